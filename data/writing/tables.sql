-- The database that lede-extract --format sqlite writes. Columns are only ever added.
-- "article" is the number of an article in this database; "id" is what it is called elsewhere.
-- begin and end are half-open offsets into articles.text; substr(text, begin + 1, end - begin) is
-- the piece, where they count code points (see the table lede).
CREATE TABLE lede (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
    article INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    published TEXT,
    published_from TEXT,
    title TEXT,
    byline TEXT,
    publication TEXT,
    source TEXT,
    language TEXT,
    words INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    text TEXT
);
CREATE TABLE meta (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    name TEXT NOT NULL,
    value,
    PRIMARY KEY (article, name)
) WITHOUT ROWID;
CREATE TABLE sentences (
    row_id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    sentence INTEGER NOT NULL,
    begin INTEGER NOT NULL,
    end INTEGER NOT NULL,
    block TEXT,
    words INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (article, sentence)
);
-- The things that an article names. "key" is the same for one thing in all articles.
CREATE TABLE entities (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    entity TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    link TEXT,
    key TEXT NOT NULL,
    PRIMARY KEY (article, entity)
) WITHOUT ROWID;
-- "inside" is the quotation that the row's text stands in.
CREATE TABLE quotes (
    row_id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    quote TEXT NOT NULL,
    begin INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    quotation TEXT NOT NULL,
    speaker TEXT,
    speaker_text TEXT,
    speaker_entity TEXT,
    speaker_kind TEXT,
    speaker_begin INTEGER,
    speaker_end INTEGER,
    cue TEXT,
    polarity TEXT,
    sentence INTEGER,
    inside TEXT,
    confidence REAL,
    UNIQUE (article, quote),
    FOREIGN KEY (article, sentence) REFERENCES sentences (article, sentence)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, speaker_entity) REFERENCES entities (article, entity)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE citations (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    citation TEXT NOT NULL,
    begin INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    normalized TEXT,
    normalized_end TEXT,
    fields TEXT,
    work TEXT,
    title TEXT,
    url TEXT,
    same TEXT,
    candidates TEXT,
    sentence INTEGER,
    inside TEXT,
    confidence REAL,
    PRIMARY KEY (article, citation),
    FOREIGN KEY (article, sentence) REFERENCES sentences (article, sentence)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
CREATE TABLE mentions (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    mention TEXT NOT NULL,
    begin INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    type TEXT NOT NULL,
    entity TEXT,
    citation TEXT,
    value TEXT,
    currency TEXT,
    sentence INTEGER,
    inside TEXT,
    confidence REAL,
    PRIMARY KEY (article, mention),
    FOREIGN KEY (article, entity) REFERENCES entities (article, entity)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, sentence) REFERENCES sentences (article, sentence)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
CREATE TABLE dates (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    date TEXT NOT NULL,
    begin INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    mod TEXT,
    quant TEXT,
    freq TEXT,
    zone TEXT,
    first_day TEXT,
    last_day TEXT,
    invalid INTEGER NOT NULL,
    ambiguous INTEGER NOT NULL,
    sentence INTEGER,
    inside TEXT,
    confidence REAL,
    PRIMARY KEY (article, date),
    FOREIGN KEY (article, sentence) REFERENCES sentences (article, sentence)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
