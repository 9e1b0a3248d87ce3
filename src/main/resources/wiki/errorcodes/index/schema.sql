-- The index is a cache of content/: any mismatch of user_version drops the file and builds a new one.
-- Every row but that of content belongs to a file and goes with it.

CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL,
  markdown TEXT NOT NULL
);

-- What told all of the content apart from any other when the index was the same as it. No row when
-- nothing does, and none after a change.
CREATE TABLE content (
  stamp TEXT NOT NULL
);

CREATE TABLE diagnostic (
  file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  rule TEXT NOT NULL, message TEXT NOT NULL, hint TEXT NOT NULL,
  line INTEGER NOT NULL, col INTEGER NOT NULL, end_col INTEGER NOT NULL
);
CREATE INDEX diagnostic_file ON diagnostic (file);

CREATE TABLE collection (
  file INTEGER PRIMARY KEY REFERENCES file ON DELETE CASCADE,
  slug TEXT NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL,
  place INTEGER NOT NULL, icon TEXT NOT NULL, fixes TEXT NOT NULL,
  html TEXT NOT NULL, body TEXT NOT NULL
);

CREATE TABLE collection_article (
  file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  slug TEXT NOT NULL
);
CREATE INDEX collection_article_file ON collection_article (file);

CREATE TABLE article (
  file INTEGER PRIMARY KEY REFERENCES file ON DELETE CASCADE,
  slug TEXT NOT NULL, collection TEXT NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL,
  severity TEXT NOT NULL, reviewed TEXT
);
CREATE INDEX article_slug ON article (slug);

CREATE TABLE tag (
  file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  name TEXT NOT NULL
);
CREATE INDEX tag_file ON tag (file);

CREATE TABLE code (
  file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  identifier TEXT NOT NULL, number INTEGER,
  line INTEGER NOT NULL, col INTEGER NOT NULL, end_col INTEGER NOT NULL
);
CREATE INDEX code_file ON code (file);

CREATE TABLE wording (
  file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  browser TEXT NOT NULL, template TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, language TEXT NOT NULL,
  line INTEGER NOT NULL, col INTEGER NOT NULL, end_col INTEGER NOT NULL
);
CREATE INDEX wording_file ON wording (file);

CREATE TABLE example (
  file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  paste TEXT NOT NULL,
  line INTEGER NOT NULL, col INTEGER NOT NULL, end_col INTEGER NOT NULL
);
CREATE INDEX example_file ON example (file);

CREATE TABLE fallback (
  file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  name TEXT NOT NULL, value TEXT NOT NULL
);
CREATE INDEX fallback_file ON fallback (file);

-- An article's or collection's mention of an article: related, consequence_of, tell_apart, alias, link.
CREATE TABLE mention (
  file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  relation TEXT NOT NULL, target TEXT NOT NULL, note TEXT NOT NULL,
  line INTEGER NOT NULL, col INTEGER NOT NULL, end_col INTEGER NOT NULL
);
CREATE INDEX mention_file ON mention (file);

CREATE TABLE answer (
  file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  question INTEGER NOT NULL, ask TEXT NOT NULL, reply TEXT NOT NULL, target TEXT NOT NULL,
  line INTEGER NOT NULL, col INTEGER NOT NULL, end_col INTEGER NOT NULL
);
CREATE INDEX answer_file ON answer (file);

CREATE TABLE source (
  file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  title TEXT NOT NULL, url TEXT NOT NULL
);
CREATE INDEX source_file ON source (file);

CREATE TABLE section (
  file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  place INTEGER NOT NULL, kind TEXT NOT NULL, heading TEXT NOT NULL, anchor TEXT NOT NULL, html TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX section_file ON section (file);

CREATE TABLE part (
  file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  section INTEGER NOT NULL, heading TEXT NOT NULL, anchor TEXT NOT NULL, html TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX part_file ON part (file);

-- What a team adds to an article; the article is its mention of relation EXTENDS.
CREATE TABLE note (
  file INTEGER PRIMARY KEY REFERENCES file ON DELETE CASCADE,
  target TEXT NOT NULL, reviewed TEXT
);

-- The pictures that a file shows, cleaned, as they are served.
CREATE TABLE image (
  file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  hash TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, bytes BLOB NOT NULL
);
CREATE INDEX image_file ON image (file);
CREATE INDEX image_hash ON image (hash);
