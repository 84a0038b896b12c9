// One npm peer over the texts of a file of JSON lines.
// usage: node peers.mjs PEERS_DIR PACKAGE ARTICLES.jsonl
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [folder, name, path] = process.argv.slice(2);
const load = createRequire(join(resolve(folder), 'index.js'));
const readers = {
  compromise: () => {
    const nlp = load('compromise');
    return (text) => { const read = nlp(text); return read.people().length + read.places().length + read.organizations().length; };
  },
  'chrono-node': () => {
    const chrono = load('chrono-node');
    return (text) => chrono.parse(text, new Date('2023-03-14')).length;
  },
  citation: () => {
    const citation = load('citation');
    return (text) => citation.find(text).citations.length;
  },
  'wink-nlp': () => {
    const wink = load('wink-nlp')(load('wink-eng-lite-web-model'), ['sbd']);
    return (text) => { const read = wink.readDoc(text); return read.tokens().length() + read.sentences().length(); };
  },
};
const read = readers[name]();
let found = 0;
for (const line of readFileSync(path, 'utf8').split('\n')) if (line) found += read(JSON.parse(line).text);
console.log(found);
