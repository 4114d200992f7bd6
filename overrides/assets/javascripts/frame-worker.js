// Search without a server: pages opened from a folder cannot start workers, so a hidden frame replaces the worker.
// Material checks for the name IFrameWorker when it determines the address of the language files.
if (location.protocol === "file:") {
  window.IFrameWorker = class extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.documentElement.append(frame);
      this.room = frame.contentWindow;
      this.room.importScripts = (...addresses) =>
        addresses.reduce((before, one) => before.then(() => this.load(one)), Promise.resolve());
      this.room.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      this.ready = this.load(new URL(address, document.baseURI).href);
    }

    load(address) {
      return new Promise((done, failed) => {
        const script = this.room.document.createElement("script");
        Object.assign(script, { src: address, onload: done, onerror: failed });
        this.room.document.body.append(script);
      });
    }

    postMessage(data) {
      this.ready.then(() => this.room.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {
      this.room.frameElement.remove();
    }
  };
  window.Worker = window.IFrameWorker;
}
