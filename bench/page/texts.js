// Generated records with texts, and queries for them: the same in every run and on every machine.
// In: how many. Out: records; a hundred queries with the words that a right hit contains.
import { COUNTRIES, random, words, zipf } from './generate.js';

const ROOTS = words(`kota kerja sama bina bangun ajar didik budaya wisata dagang tani laut hutan air
  sehat muda teknologi digital cerdas hijau iklim sampah energi surya listrik jalan pelabuhan kereta
  bandara rumah pasar seni musik tari batik kuliner sejarah museum pustaka sekolah kampus riset
  olahraga atlet festival bahasa tukar pelajar guru dokter perawat bencana gempa banjir siaga damai
  hukum layan publik warga desa kampung pesisir ikan kopi teh rempah kayu tekstil kapal logam
  industri usaha modal investasi pajak bank kredit inovasi data peta ruang tata taman sungai danau
  gunung pulau pantai karang mangrove burung kebun sawah padi`);
const ENGLISH = words(`sister city partnership cooperation program exchange student culture trade
  investment tourism port harbour heritage museum climate resilience waste water sanitation energy
  solar transport railway mobility smart digital innovation startup incubator research university
  school teacher nurse hospital health disaster earthquake flood preparedness youth sports football
  festival language training governance planning urban regional local economic development small
  business craft textile fisheries agriculture coffee forestry biodiversity mangrove coastal river
  lake park garden housing market food security peace memorial friendship agreement memorandum letter
  intent renewal delegation mayor council chamber commerce airport shipping logistics manufacturing
  semiconductor film music dance theatre library archive architecture conservation recycling
  emissions bicycle pedestrian accessibility inclusion gender disability refugee migration labour
  vocational apprenticeship`);
const AFFIXES = [['', ''], ['me', 'kan'], ['pe', 'an'], ['ber', ''], ['ke', 'an'], ['ter', ''],
  ['', 'nya'], ['', 'an'], ['se', '']];
const VOCABULARY = [...new Set([...ENGLISH,
  ...ROOTS.flatMap((root) => AFFIXES.map(([before, after]) => before + root + after))])];
const HOMES = words(`Jakarta Surabaya Bandung Medan Semarang Makassar Palembang Denpasar Yogyakarta
  Surakarta Malang Bogor Padang Manado Balikpapan Samarinda Pontianak Banjarmasin Ambon Jayapura
  Kupang Mataram Ternate Cirebon Magelang Pekalongan Tegal Batam Pekanbaru Bengkulu`);
const REAL = ['Zürich CH', 'São Paulo BR', 'Malmö SE', 'Łódź PL', 'Århus DK', 'Córdoba ES',
  'İzmir TR', 'Düsseldorf DE', 'Liège BE', 'Kraków PL', 'Tromsø NO', 'Győr HU', 'Brașov RO',
  'Münster DE', 'Orléans FR', 'Bogotá CO', 'Cluj RO', 'Rotterdam NL', 'Kyoto JP', 'Busan KR',
  'Perth AU'];
const SYLLABLES = words(`ka ta ra mi no shi yo ha ku san lo ve ber bur den hal lin mar nor sol ven tor
  gra bel cas dor fal gar hel jar kol lam mon nav ost pal rin sar tam ul var wes zan bri cla dre fro
  gil`);
const MARKED = words(`lö grä mün zé çal ñor łan øst ås šev čer ğur ô îlo éta ção ün őr ří ść`);
const ENDINGS = words(`burg ville stad ton ford haven berg grad pur abad polis mouth field ia o a i en
  um`);

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const pick = (next, list) => list[Math.floor(next() * list.length)];

/** 5 000 cities in heaps of a country each, a quarter of them with letters beyond ASCII. */
export const CITIES = (() => {
  const next = random(7);
  const seen = new Set();
  const out = [];
  const near = (middle, most) => {
    const at = middle + (next() + next() + next() - 1.5) * 8;
    return Math.max(-most, Math.min(most, at));
  };
  const centres = COUNTRIES.map(() => [-125 + next() * 275, -40 + next() * 100]);
  const add = (name, country) => {
    if (seen.has(name)) return;
    seen.add(name);
    const [lon, lat] = centres[country];
    out.push({ name, country, lon: near(lon, 179), lat: near(lat, 75) });
  };
  for (const city of REAL) add(city.slice(0, -3), COUNTRIES.indexOf(city.slice(-2)));
  const cyclic = (list, at) => list[at % list.length];
  for (let at = 0; at < COUNTRIES.length; at++) {
    const name = cyclic(SYLLABLES, at) + cyclic(SYLLABLES, at * 7) + cyclic(ENDINGS, at);
    add(capital(name), at);
  }
  while (out.length < 5000) {
    let name = '';
    for (let left = 1 + Math.floor(next() * 2); left >= 0; left--) name += pick(next, SYLLABLES);
    if (next() < 0.25) name += pick(next, MARKED);
    name += pick(next, ENDINGS);
    add(capital(name), zipf(next, COUNTRIES.length));
  }
  return out;
})();

const OF_COUNTRY = COUNTRIES.map((_, country) => CITIES.map((_, at) => at)
  .filter((at) => CITIES[at].country === country));

/** The partner of each of `n` records, a number of `CITIES`: the same draws as the columns of `generate.js`. */
export function partners(n) {
  const next = random(42);
  return Array.from({ length: n }, () => {
    const cities = OF_COUNTRY[zipf(next, COUNTRIES.length)];
    const city = cities[zipf(next, cities.length, 0.8)];
    zipf(next, 7, 0.5);
    next();
    for (let left = 1 + zipf(next, 4, 0.7); left > 0; left--) zipf(next, 24, 0.7);
    next();
    next();
    return city;
  });
}

/** `n` records; record i is the same for every n. */
export function texts(n) {
  const next = random(1234);
  const some = (least, most) => Array.from(
    { length: least + Math.floor(next() * (most - least + 1)) },
    () => VOCABULARY[zipf(next, VOCABULARY.length, 0.6)],
  );
  return partners(n).map((city, at) => {
    const title = capital(some(4, 8).join(' '));
    const sentence = some(9, 16);
    const home = zipf(next, HOMES.length, 0.6);
    const partner = CITIES[city].name;
    const said = [...sentence.slice(0, 3), partner, ...sentence.slice(3)].join(' ');
    return { id: at + 1, title, summary: `${HOMES[home]} ${said}.`, partner, home, city };
  });
}

/** All places by name and country: first the cities, then the homes. */
export const PLACES = [
  ...CITIES.map(({ name, country }) => [name, COUNTRIES[country]]),
  ...HOMES.map((name) => [name, 'ID']),
];

/** As one types who has no such letters. */
export const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  .replace(/[łŁ]/g, 'l').replace(/[øØ]/g, 'o').replace(/ı/g, 'i').toLowerCase();

const long = (text) => text.split(/[\s.]+/).filter((word) => word.length >= 6);
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A word with a letter left out, replaced, put in or swapped with the next; not the first one. */
function misspelt(next, word) {
  const at = 1 + Math.floor(next() * (word.length - 2));
  const kind = Math.floor(next() * 4);
  const letter = LETTERS[Math.floor(next() * 26)];
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  const out = [
    () => before + after,
    () => before + letter + after,
    () => before + letter + word.slice(at),
    () => before + word[at + 1] + word[at] + word.slice(at + 2),
  ][kind]();
  return out.length < 5 || out === word ? misspelt(next, word) : out;
}

/** A hundred queries about the first 1 000 records: `{kind, q, want}`. */
export function queries() {
  const records = texts(1000);
  const next = random(5);
  const out = [];
  const until = (count, make) => {
    while (out.length < count) {
      const query = make(pick(next, records));
      if (query) out.push(query);
    }
  };
  until(30, ({ partner, title }) => {
    const own = long(out.length % 3 === 0 ? partner : title);
    const word = own.length && pick(next, own).toLowerCase();
    if (!word || fold(word) !== word) return null;
    return { kind: 'prefix', q: word.slice(0, 4), want: [word] };
  });
  until(50, ({ title }) => {
    const own = long(title);
    if (own.length < 2) return null;
    const [a, b] = own.map((word) => word.toLowerCase());
    return a === b ? null : { kind: 'prefix', q: `${a} ${b.slice(0, 4)}`, want: [a, b] };
  });
  until(80, ({ partner, title }) => {
    const own = long(out.length % 2 === 0 ? partner : title);
    const word = own.length && pick(next, own).toLowerCase();
    if (!word || fold(word) !== word) return null;
    return { kind: 'typo', q: misspelt(next, word), want: [word] };
  });
  until(100, ({ partner }) => {
    const plain = fold(partner);
    if (/\s/.test(partner) || plain === partner.toLowerCase() || partner.length < 5) return null;
    return { kind: 'plain', q: plain, want: [plain] };
  });
  return out;
}
