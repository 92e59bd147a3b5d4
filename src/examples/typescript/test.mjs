// Compares a compiled module with test vectors: `npm test`, or `node test.mjs MODULE VECTORS`.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { differences } from "./target/src/examples/typescript/src/vectors.js";

const [
  module = "target/generated/typescript/room-connection.js",
  file = "../../../generated/typescript/vectors.json",
] = process.argv.slice(2);
const vectors = JSON.parse(readFileSync(file, "utf8"));
const found = differences(await import(pathToFileURL(module)), vectors);
found.slice(0, 5).forEach((each) => console.log(each));
const walks = vectors.suites.flatMap((each) => each.walks);
console.log(`${vectors.rows.length} rows, ${walks.length} walks, ${found.length} differences`);
process.exitCode = found.length > 0 ? 1 : 0;
