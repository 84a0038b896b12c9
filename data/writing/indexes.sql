-- What is made when the rows of a new database are in: indexes, full text, views.
CREATE INDEX articles_by_published ON articles (published);
CREATE INDEX articles_by_publication ON articles (publication);
CREATE INDEX meta_by_name ON meta (name, value);
CREATE INDEX entities_by_key ON entities (key);
CREATE INDEX entities_by_name ON entities (name);
CREATE INDEX mentions_by_entity ON mentions (article, entity);
CREATE INDEX mentions_by_sentence ON mentions (article, sentence);
CREATE INDEX quotes_by_speaker ON quotes (speaker);
CREATE INDEX quotes_by_entity ON quotes (article, speaker_entity);
CREATE INDEX quotes_by_sentence ON quotes (article, sentence);
CREATE INDEX citations_by_work ON citations (work);
CREATE INDEX citations_by_normalized ON citations (normalized);
CREATE INDEX citations_by_sentence ON citations (article, sentence);
CREATE INDEX dates_by_day ON dates (first_day, last_day);
CREATE INDEX dates_by_sentence ON dates (article, sentence);

-- SELECT sentences.* FROM sentences_fts JOIN sentences ON row_id = sentences_fts.rowid
--     WHERE sentences_fts MATCH 'arms embargo';
CREATE VIRTUAL TABLE sentences_fts USING fts5 (
    text, content = 'sentences', content_rowid = 'row_id',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quotes_fts USING fts5 (
    text, content = 'quotes', content_rowid = 'row_id',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO sentences_fts (sentences_fts) VALUES ('rebuild');
INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild');
CREATE TRIGGER sentences_inserted AFTER INSERT ON sentences BEGIN
    INSERT INTO sentences_fts (rowid, text) VALUES (new.row_id, new.text);
END;
CREATE TRIGGER sentences_deleted AFTER DELETE ON sentences BEGIN
    INSERT INTO sentences_fts (sentences_fts, rowid, text)
        VALUES ('delete', old.row_id, old.text);
END;
CREATE TRIGGER quotes_inserted AFTER INSERT ON quotes BEGIN
    INSERT INTO quotes_fts (rowid, text) VALUES (new.row_id, new.text);
END;
CREATE TRIGGER quotes_deleted AFTER DELETE ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text) VALUES ('delete', old.row_id, old.text);
END;

-- Who said what: one row for each piece of a quotation.
CREATE VIEW who_said AS
SELECT a.article, a.id, a.published, a.publication, q.speaker, e.key AS speaker_key,
       q.speaker_kind, q.cue, q.kind, q.quotation, q.text AS quote, s.text AS sentence_text
FROM quotes q
JOIN articles a USING (article)
LEFT JOIN entities e ON e.article = q.article AND e.entity = q.speaker_entity
LEFT JOIN sentences s ON s.article = q.article AND s.sentence = q.sentence;

-- Which law is cited where, and by whom: the speaker of the quotation that it stands in, or the
-- article itself (NULL).
CREATE VIEW who_cited AS
SELECT a.article, a.id, a.published, a.publication, q.speaker, e.key AS speaker_key,
       c.kind, coalesce(c.work, c.normalized) AS law, c.normalized, c.title,
       c.text AS citation, s.text AS sentence_text
FROM citations c
JOIN articles a USING (article)
LEFT JOIN quotes q ON q.article = c.article AND q.quote = c.inside
LEFT JOIN entities e ON e.article = q.article AND e.entity = q.speaker_entity
LEFT JOIN sentences s ON s.article = c.article AND s.sentence = c.sentence;

-- What happened when: one row for each date that denotes calendar days.
CREATE VIEW timeline AS
SELECT d.first_day, d.last_day, d.text AS date, d.value, a.article, a.id, a.published,
       a.publication, s.text AS sentence_text
FROM dates d
JOIN articles a USING (article)
LEFT JOIN sentences s ON s.article = d.article AND s.sentence = d.sentence
WHERE d.first_day IS NOT NULL;
