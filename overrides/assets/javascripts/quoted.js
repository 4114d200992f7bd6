// Makes all words in quotes required, with a `+`: the theme does so itself, but not before a Cyrillic letter.
{
  const send = Worker.prototype.postMessage;
  const QUERY = 2;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message.type === QUERY && typeof message.data === "string")
      message = {...message, data: message.data.replace(/"([^"]+)"/g, (_, words) => words.trim().replace(/^|\s+/g, " +"))};
    return send.call(this, message, ...rest);
  };
}
