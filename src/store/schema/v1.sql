-- sukima.db, version 1: the facts. One learner, one file, no lesson text in it.
-- A shipped version is never edited; tests/fixtures keeps a copy that says so.

pragma application_id = 0x534b494d; -- 'SKIM'

create table event (
  arrival    integer primary key,                                  -- local order of arrival, never exported
  id         blob    not null unique check (length(id) = 16),      -- UUIDv7, identity for union
  device     blob    not null check (length(device) = 16),
  seq        integer not null check (seq > 0),                     -- 1, 2, 3 … per device
  tick       integer not null,                                     -- order: (tick, device, seq)
  utc_ms     integer not null,                                     -- wall clock as read
  offset_min integer not null check (offset_min between -1080 and 1080),
  zone       text,                                                 -- IANA name if known
  day        integer not null,                                     -- local date, days since 1970-01-01
  kind       text    not null,
  version    integer not null check (version > 0),
  subject    text    not null,                                     -- what is refolded
  session    blob    check (session is null or length(session) = 16),
  body       text    not null check (json_valid(body)),
  unique (device, seq)
) strict;
create index event_by_subject on event (subject, tick, device, seq);
create index event_by_day on event (day);                          -- a day is refolded when a late event or an undo changes it
create index event_by_tick on event (tick);                        -- the greatest tick known, without reading the log
create trigger event_is_append_only_u before update on event begin select raise(abort, 'append-only'); end;
create trigger event_is_append_only_d before delete on event begin select raise(abort, 'append-only'); end;

-- learner, device, projection_version, trial
create table meta (key text primary key, value text not null) strict, without rowid;

create table draft (place text primary key, text text not null, utc_ms integer not null) strict, without rowid;
