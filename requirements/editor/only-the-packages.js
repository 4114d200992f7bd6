/* Leaves out of the lock what the packages say they need: the one file a browser loads of each carries it already.
   Without this, npm would fetch 700 packages to throw them away. */

const { readFileSync, writeFileSync } = require("fs");

const file = `${__dirname}/package-lock.json`;
const lock = JSON.parse(readFileSync(file, "utf8"));
const wanted = Object.keys(lock.packages[""].dependencies).map((name) => `node_modules/${name}`);
const bare = wanted.map((name) => [name, { version: lock.packages[name].version, integrity: lock.packages[name].integrity,
  license: lock.packages[name].license }]);
lock.packages = { "": lock.packages[""], ...Object.fromEntries(bare) };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
