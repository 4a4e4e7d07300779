-- Projections: tables folded from events by `domain::fold`. Dropped and folded again, never migrated: a change here is
-- noticed by itself; whoever changes what a fold means raises `FOLD_VERSION` in schema.rs. Each row holds all that its
-- fold needs to take one more event.

create table undone (target blob primary key) strict, without rowid;

create table setting (key text primary key, value text not null) strict, without rowid;

create table calendar (one integer primary key check (one = 1), facts text not null) strict; -- JSON

create table memory (
  lesson     text    not null,
  question   text    not null,
  rev        integer not null,
  stability  real    not null,
  difficulty real    not null,
  last_day   integer not null,
  due_day    integer not null,
  right_days integer not null,
  state      text    not null check (state in ('learning', 'retired')),
  primary key (lesson, question)
) strict, without rowid;
create index memory_by_due on memory (due_day);

create table day_total (
  day        integer primary key,
  answers    integer not null,
  right      integer not null,
  sure_wrong integer not null,
  lessons    integer not null,
  entries    integer not null,
  sessions   integer not null,
  study_ms   integer not null,
  next_day   integer,
  answer_ms  integer not null
) strict;

-- Of each question, and what all of them come to by day and by lesson, so that statistics read no question.
create table recall (
  lesson    text    not null,
  question  text    not null,
  last_day  integer not null,
  is_held   integer not null,
  was_wrong integer not null,
  long_gaps text    not null, -- JSON
  primary key (lesson, question)
) strict, without rowid;

create table recall_day (
  day     integer primary key,
  answers integer not null,
  right   integer not null
) strict;

create table lesson_recall (
  lesson    text    primary key,
  questions integer not null,
  held      integer not null,
  set_right integer not null
) strict, without rowid;

create table lesson_done (
  lesson    text    primary key,
  first_day integer not null,
  last_day  integer not null,
  times     integer not null
) strict, without rowid;
create index lesson_done_by_day on lesson_done (last_day desc, first_day desc); -- what was read last, at every start

create table promise (
  id            blob    primary key,
  lesson        text    not null,
  sentence      text    not null,
  made_day      integer not null,
  ask_day       integer not null,
  outcome       text,
  asked_day     integer,
  minutes_saved real,
  is_closed     integer not null,
  times_asked   integer not null
) strict, without rowid;
create index promise_kept on promise (lesson) where outcome = 'kept';

-- Its steps are long: with row ids the way to a sitting compares ids alone, and a step that is finished changes no index.
create table session (
  id             blob    not null unique,
  device         blob    not null,
  tick           integer not null, -- of its start: the latest sitting has the greatest
  day            integer not null,
  minutes        integer not null,
  seed           integer not null, -- the 64 bits of an unsigned number
  next_step      integer not null,
  closed         text,
  ms             integer not null,
  answers        integer not null,
  right          integer not null,
  answered_steps text    not null, -- JSON
  closed_by      blob,
  timings        text    not null  -- JSON
) strict;
-- Long, and seldom another: with it, each answer would write the pages of a long row and those that it gives back.
create table session_steps (
  session blob not null unique,
  steps   text not null -- JSON
) strict;
create index session_by_tick on session (tick);
create index session_open on session (device, tick) where closed is null;
