// What a host can rely on, typed. The words are explained in docs/embedding.md.

/** What is asked for; a missing key is empty. */
export interface Filter {
  /** Words to be found. */
  q?: string;
  /** Ids of sectors and sector groups. */
  sector?: string[];
  /** Countries, ISO 3166-1 alpha-2. */
  country?: string[];
  /** Stages, `model.stage`. */
  stage?: string[];
  /** `sister-city`, `letter-of-intent`, `memorandum`, `institution-agreement`, `contact`. */
  relation?: string[];
  /** Place ids of homes. */
  home?: string[];
  /** First and last year, both included. */
  year?: [from: number, to: number] | null;
  /** Records without any date, beside those of the years. */
  undated?: boolean;
  sort?: 'newest' | 'relevance' | 'partner' | 'distance';
}

/** How many records there would be with one value alone chosen in its facet. */
export type Counts = Record<string, number>;

/** What a filter gives. */
export interface Answer {
  total: number;
  /** Ids of the records that match, in order. */
  ids: string[];
  facets: {
    sector: Counts;
    country: Counts;
    stage: Counts;
    relation: Counts;
    home: Counts;
    year: Counts;
    undated: number;
  };
}

/** Something in a dataset that could not be read as it stands. */
export interface Problem {
  severity: 'warning' | 'error';
  path: string;
  found: string;
  expected: string;
}

/** A dataset: object, JSON text or bytes. */
export type Data = object | string | ArrayBuffer | ArrayBufferView;

/** A dataset made ready for queries, without any widget. */
export interface Catalog {
  readonly problems: Problem[];
  /** Answers a filter with the `first` ids (50); `lang` serves the order by name. */
  query(filter: Filter, first?: number, lang?: string): Answer;
  /** Lets go of the memory; what is not let go of goes with the object. */
  free(): void;
}

export const Catalog: {
  /** Loads the module and reads a dataset; fails if nothing could be read. */
  parse(data: Data): Promise<Catalog>;
};

/** `<mitra-kota>`. */
export class MitraKota extends HTMLElement {
  /** Settles once the widget is painted; fails with the reason why it is not. */
  readonly ready: Promise<void>;
  set data(data: Data);
  get filter(): Filter;
  set filter(filter: Filter);
  readonly answer: Answer;
  readonly problems: Problem[];
  get selected(): string | null;
  set selected(id: string | null);
  select(id?: string | null): void;
  reset(): void;
  export(format?: 'json' | 'svg' | 'png'): Promise<Blob>;
}

declare global {
  interface HTMLElementTagNameMap {
    'mitra-kota': MitraKota;
  }
  interface GlobalEventHandlersEventMap {
    /** The widget is painted. */
    'mitra:ready': CustomEvent<{ total: number }>;
    /** The filter changed. */
    'mitra:filter': CustomEvent<{ filter: Filter; answer: Answer }>;
    /** A record was opened or left. */
    'mitra:select': CustomEvent<{ id: string | null }>;
    /** The plain list stays or came back; the codes stand in docs/embedding.md. */
    'mitra:error': CustomEvent<{ code: string; message: string }>;
  }
}
