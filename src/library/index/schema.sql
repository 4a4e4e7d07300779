-- library.cache: what is known of lessons without opening their files. Nothing here is a fact: the file is thrown away
-- whenever it cannot be used, and made again from the lessons. A change here needs no step: other tables, other file.

create table library (
  id          integer primary key,
  key         text    not null unique,   -- folder, office and program: another one reads the same texts differently
  used_day    integer not null,          -- days since 1970-01-01
  files       integer not null,          -- of the folder, when it was last looked over
  is_arranged integer not null,          -- no: a look was interrupted before tracks and courses were made again
  folder_findings integer not null,      -- about the folder itself
  findings    integer not null           -- about the folder and its courses
) strict;

create table file (
  library     integer not null,
  is_built_in integer not null,
  path        text    not null,
  bytes       integer not null,
  modified_ns integer,                   -- null: read again at the next look
  findings    integer not null,
  primary key (library, is_built_in, path)
) strict, without rowid;

-- Of two texts with one id in one language the first by (is_built_in, path) stands.
create table lesson (
  library          integer not null,
  id               text    not null,
  is_built_in      integer not null,
  path             text    not null,
  language         text    not null,
  title            text    not null,
  is_page          integer not null,     -- only about a folder, no lesson
  has_front_matter integer not null,
  minutes          integer,
  reading          integer not null,
  has_try_this     integer not null,
  has_unset_value  integer not null,
  has_revision     integer not null,     -- a question's meaning changed since it was first written
  links            text    not null,     -- JSON; of a table of contents
  questions        text    not null,     -- JSON
  primary key (library, id, is_built_in, path)
) strict, without rowid;
create index lesson_by_path on lesson (library, is_built_in, path);
create index lesson_with_unset_value on lesson (library) where has_unset_value;
create index lesson_with_revision on lesson (library) where has_revision;

create table worksheet (
  library     integer not null,
  id          text    not null,
  is_built_in integer not null,
  path        text    not null,
  language    text    not null,
  title       text    not null,
  primary key (library, id, is_built_in, path)
) strict, without rowid;
create index worksheet_by_path on worksheet (library, is_built_in, path);

create table track (
  library  integer not null,
  place    integer not null,
  id       text    not null,
  title    text    not null,             -- JSON, by language
  courses  text    not null,             -- JSON
  optional text    not null,             -- JSON
  primary key (library, place)
) strict, without rowid;

create table course (
  library integer not null,
  id      text    not null,
  place   integer not null,
  code    text,
  title   text    not null,              -- JSON, by language
  after   text    not null,              -- JSON, by track
  primary key (library, id)
) strict, without rowid;
create index course_by_place on course (library, place);

create table standing (
  library integer not null,
  course  text    not null,
  place   integer not null,
  lesson  text    not null,
  primary key (library, course, place)
) strict, without rowid;
