-- library.cache: what is known of lessons without opening their files. Nothing here is a fact: the file is thrown away
-- whenever it cannot be used, and made again from the lessons. A change here needs no step: other tables, other file.
-- Cards hold points, confusables, and what is read before and after an answer.
-- Few tables, because every start reads this text's tables before it can ask anything.

create table library (
  id              integer primary key,
  key             text    not null unique,  -- folder, office and program: another one reads the same texts differently
  used_day        integer not null,         -- days since 1970-01-01
  is_arranged     integer not null,         -- no: a look was interrupted before tracks and courses were made again
  files           integer not null,         -- of the folder, when it was last looked over
  folder_findings integer not null,         -- about the folder itself
  findings        integer not null,         -- about the folder and its courses
  head            text    not null          -- JSON: what a start asks for
) strict;

create table file (
  library     integer not null,
  is_built_in integer not null,
  path        text    not null,
  bytes       integer not null,
  modified_ns integer,                      -- null: read again at the next look
  findings    integer not null,
  primary key (library, is_built_in, path)
) strict, without rowid;

-- Of two texts with one id in one language the first by (is_built_in, path) stands. A card is long: in a tree without
-- row ids each step on the way to a text would read one of another text.
create table text (
  library     integer not null,
  kind        text    not null,             -- lesson; page (only about a folder); worksheet; glossary
  id          text    not null,
  is_built_in integer not null,
  path        text    not null,
  language    text    not null,
  title       text    not null,
  minutes     integer,
  skill       text,                         -- of a lesson that names one
  askable     text    not null,             -- JSON: the questions that a sitting may ask
  links       text    not null,             -- JSON: of a table of contents
  card        text    not null,             -- JSON: what a plan needs to know
  primary key (library, kind, id, is_built_in, path)
) strict;
create index text_by_path on text (library, is_built_in, path);

create table course (
  library integer not null,
  id      text    not null,
  place   integer not null,
  course  text    not null,                 -- JSON, with those of its lessons that are there
  mark    integer not null,                 -- of these lessons: another list, another mark
  primary key (library, id)
) strict, without rowid;
