-- The temporary register and the record of building violations. The book is append-only: a right, once written, is never
-- changed; it can only be ended, once, by a later entry of the same sheet.

create table register.zone (
  code    text primary key,
  name_ar text not null,
  name_en text not null
);

create sequence register.sheet_number start 100001;   -- below it: sheets that the demo city brings along

create table register.sheet (
  id          bigint generated always as identity primary key,
  number      text not null unique check (number ~ '^SM-[0-9]{6,9}$'),
  zone        text not null references register.zone,
  parcel      text not null,
  section     text,
  floor       text,
  description text not null,
  area_m2     numeric(12, 2) not null check (area_m2 > 0),
  verified_on date,
  invented    boolean not null default false,
  constraint one_sheet_a_property unique nulls not distinct (zone, parcel, section)
);
comment on column register.sheet.verified_on is 'the day on which two registrars found the sheet equal to the paper; null: not yet compared';

-- What was written into the book, and on which deed.
create table register.entry (
  id          bigint generated always as identity primary key,
  sheet_id    bigint not null references register.sheet,
  deed_kind   text not null,
  deed_number text not null,
  deed_date   date not null,
  since       date not null,
  entered_at  timestamptz not null,
  entered_by  text not null,
  unique (sheet_id, id)
);
comment on column register.entry.deed_number is 'personal: number of the deed that names the parties';
comment on column register.entry.since is 'the day from which the entry counts; for sheets taken over from paper, as the paper says';

create table register.ownership (
  id          bigint generated always as identity primary key,
  sheet_id    bigint not null references register.sheet,
  person_id   text not null,
  owner_name  text not null,
  owner_key   text not null,
  owner_words text[] not null generated always as (string_to_array(owner_key, ' ')) stored,
  numerator   numeric(38, 0) not null check (numerator > 0),
  denominator numeric(38, 0) not null check (denominator > 0),
  entered_by  bigint not null,
  ended_by    bigint,
  check (numerator <= 2400 * denominator),
  foreign key (sheet_id, entered_by) references register.entry (sheet_id, id),
  foreign key (sheet_id, ended_by) references register.entry (sheet_id, id)
);
comment on column register.ownership.person_id is 'personal: identity''s id of the owner';
comment on column register.ownership.owner_name is 'personal: name as the book has it';
comment on column register.ownership.owner_key is 'personal: the name in one spelling, for the alphabetical index';
comment on column register.ownership.owner_words is 'personal: the words of owner_key';
-- partial as the query of the check below, which must find it even while the tables are too new to have statistics
create index ownership_of_sheet on register.ownership (sheet_id) where ended_by is null;
create index ownership_of_person on register.ownership (person_id) where ended_by is null;
-- words rather than trigrams: pg_trgm finds no letters in Arabic where the database's character class is C
create index ownership_by_name on register.ownership using gin (owner_words) where ended_by is null;

create table register.other_right (
  id         bigint generated always as identity primary key,
  sheet_id   bigint not null references register.sheet,
  kind       text not null,
  direction  text not null check (direction in ('for', 'against')),
  holder     text not null,
  entered_by bigint not null,
  ended_by   bigint,
  foreign key (sheet_id, entered_by) references register.entry (sheet_id, id),
  foreign key (sheet_id, ended_by) references register.entry (sheet_id, id)
);
comment on column register.other_right.holder is 'personal: in whose favour; a person or another property';
comment on column register.other_right.direction is 'for: the property enjoys the right over another; against: the property bears it';
create index other_right_of_sheet on register.other_right (sheet_id) where ended_by is null;

create table register.sign (
  id           bigint generated always as identity primary key,
  sheet_id     bigint not null references register.sheet,
  kind         text not null,
  degree       smallint check (degree between 1 and 9),
  in_favour_of text not null,
  entered_by   bigint not null,
  ended_by     bigint,
  foreign key (sheet_id, entered_by) references register.entry (sheet_id, id),
  foreign key (sheet_id, ended_by) references register.entry (sheet_id, id)
);
comment on column register.sign.in_favour_of is 'personal: who holds the mortgage, brought the lawsuit, asked for the seizure';
create index sign_of_sheet on register.sign (sheet_id) where ended_by is null;

-- Building violations are recorded against a place, whether or not the temporary register has a sheet for it.
create table register.violation (
  id          bigint generated always as identity primary key,
  zone        text not null,
  parcel      text not null,
  section     text,
  kind        text not null,
  decision    text,
  decided_on  date,
  status      text not null,
  unclear     boolean not null,
  entered_at  timestamptz not null,
  entered_by  text not null,
  invented    boolean not null default false
);
comment on column register.violation.section is 'null: the violation lies on the whole parcel';
comment on column register.violation.unclear is 'true when the record cannot be relied on as it stands, such as a missing or illegible decision';
create index violation_of_place on register.violation (zone, parcel);

-- A right ends once. The application role may update no other column (see the grants), and even this one only from null.
create function register.ends_once() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.ended_by is not null or new.ended_by is null then
    raise exception 'a right of sheet % has ended and cannot be changed', old.sheet_id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger ends_once before update on register.ownership for each row execute function register.ends_once();
create trigger ends_once before update on register.other_right for each row execute function register.ends_once();
create trigger ends_once before update on register.sign for each row execute function register.ends_once();

-- At every commit the current shares of a touched sheet are exactly 2400: whole-number arithmetic over the least common
-- denominator, nothing rounded. Two transactions at once cannot break it between them, since each by itself changes the sum by nothing.
create aggregate register.least_common_multiple(numeric) (sfunc = pg_catalog.lcm, stype = numeric, initcond = '1');

create function register.ownership_is_whole() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  common numeric;
  held   numeric;
begin
  with standing as materialized (select numerator, denominator from register.ownership where sheet_id = new.sheet_id and ended_by is null),
       unit as (select register.least_common_multiple(denominator) as common from standing)
  select u.common, coalesce((select sum(s.numerator * div(u.common, s.denominator)) from standing s), 0) into common, held from unit u;
  if held <> 2400 * common then
    raise exception 'the owners of sheet % hold %/% shares; a property is 2400', (select number from register.sheet where id = new.sheet_id), held, common
      using errcode = 'check_violation', constraint = 'shares_are_whole', schema = 'register', table = 'ownership';
  end if;
  return null;
end $$;
-- a sheet that has any owner at all has been checked by the trigger above
create function register.sheet_has_owners() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from register.ownership where sheet_id = new.id and ended_by is null) then
    raise exception 'sheet % has no owners; a property is 2400 shares', new.number
      using errcode = 'check_violation', constraint = 'shares_are_whole', schema = 'register', table = 'sheet';
  end if;
  return null;
end $$;
create constraint trigger shares_are_whole after insert or update on register.ownership deferrable initially deferred
  for each row execute function register.ownership_is_whole();
create constraint trigger shares_are_whole after insert on register.sheet deferrable initially deferred
  for each row execute function register.sheet_has_owners();

grant usage on schema register to ${app};
grant select, insert on register.zone, register.sheet, register.entry, register.ownership, register.other_right, register.sign, register.violation to ${app};
grant update (verified_on) on register.sheet to ${app};
grant update (ended_by) on register.ownership, register.other_right, register.sign to ${app};
grant usage on all sequences in schema register to ${app};
