-- Citizens the centre knows. Names are searched by their normalised key (kernel.NameKey).
create extension if not exists pg_trgm with schema public;

create table identity.person (
  id              text primary key,
  national_number text not null unique check (national_number ~ '^(0[1-9]|1[0-4])[0-9]{9}$'),
  given_name      text not null,
  family_name     text not null,
  father_name     text not null,
  mother_name     text,
  search_key      text not null,
  born            date,
  mobile          text,
  email           text,
  invented        boolean not null default false,
  registered_at   timestamptz not null default now()
);
create index person_search on identity.person using gin (search_key public.gin_trgm_ops);
comment on column identity.person.national_number is 'personal: identifies the person';
comment on column identity.person.given_name is 'personal: name';
comment on column identity.person.family_name is 'personal: name';
comment on column identity.person.father_name is 'personal: name of a relative';
comment on column identity.person.mother_name is 'personal: name of a relative';
comment on column identity.person.search_key is 'personal: name, normalised';
comment on column identity.person.born is 'personal: date of birth';
comment on column identity.person.mobile is 'personal: contact';
comment on column identity.person.email is 'personal: contact';
comment on column identity.person.invented is 'true for the people of a demonstration';

-- The council's organisation; the code is the path from the top.
create table identity.unit (
  code    text primary key check (code ~ '^[a-z0-9-]+(/[a-z0-9-]+)*$'),
  kind    text not null check (kind in ('council', 'centre', 'mobile-centre', 'directorate', 'section')),
  name_ar text not null,
  name_en text not null,
  place   int not null
);
comment on column identity.unit.place is 'order in which units are listed';

-- Centres and directorates of CATALOGUE.md. The three countryside centres are placeholders until the city names them.
insert into identity.unit (place, code, kind, name_ar, name_en) values
  ( 1, 'council',                                   'council',       'مجلس مدينة حلب',             'Aleppo City Council'),
  ( 2, 'council/informatics',                       'directorate',   'مديرية المعلوماتية',          'Informatics directorate'),
  ( 3, 'council/internal-control',                  'directorate',   'مديرية الرقابة الداخلية',     'Internal control directorate'),
  (10, 'centres',                                   'directorate',   'مراكز خدمة المواطن',          'Citizen service centres'),
  (11, 'centres/city-hall',                         'centre',        'المركز الرئيسي – القصر البلدي', 'Main centre, City Hall'),
  (12, 'centres/jamiliya',                          'centre',        'مركز الجميلية',              'Jamiliya centre'),
  (13, 'centres/shaar',                             'centre',        'مركز الشعار',                'Al-Sha''ar centre'),
  (14, 'centres/hamdaniya',                         'centre',        'مركز الحمدانية',             'Hamdaniya centre'),
  (15, 'centres/countryside-1',                     'centre',        'مركز الريف الأول',           'First countryside centre'),
  (16, 'centres/countryside-2',                     'centre',        'مركز الريف الثاني',          'Second countryside centre'),
  (17, 'centres/countryside-3',                     'centre',        'مركز الريف الثالث',          'Third countryside centre'),
  (18, 'centres/mobile',                            'mobile-centre', 'المركز المتنقل',             'Mobile centre'),
  (20, 'technical-affairs',                         'directorate',   'مديرية الشؤون الفنية',        'Technical affairs directorate'),
  (21, 'technical-affairs/administrative-licences', 'section',       'شعبة التراخيص الإدارية',      'Administrative licences section'),
  (22, 'technical-affairs/building-licences',       'section',       'شعبة رخص البناء',            'Building licences section'),
  (23, 'technical-affairs/building-control',        'section',       'شعبة مراقبة البناء',          'Building control section'),
  (24, 'technical-affairs/map-secretariat',         'section',       'أمانة الخارطة',              'Map secretariat'),
  (30, 'temporary-register',                        'directorate',   'مديرية السجل المؤقت',         'Temporary register directorate'),
  (31, 'archive',                                   'directorate',   'مديرية الأرشيف',             'Archive directorate'),
  (32, 'finance',                                   'directorate',   'مديرية المالية',             'Finance directorate'),
  (33, 'old-city',                                  'directorate',   'مديرية المدينة القديمة',      'Old city directorate'),
  (34, 'sector-services',                           'directorate',   'مديرية خدمات القطاعات',       'Sector services directorate'),
  (35, 'social',                                    'directorate',   'مديرية الشؤون الاجتماعية',    'Social affairs directorate');

-- Staff. A second factor is a TOTP secret (sealed with a key that is not in the database) or a passkey.
create table identity.officer (
  id              text primary key,
  username        text not null unique check (username ~ '^[a-z0-9][a-z0-9.-]{1,62}$'),
  name_ar         text not null,
  name_en         text not null,
  unit            text not null references identity.unit,
  password_hash   text not null,
  password_is_new boolean not null default true,
  totp_sealed     bytea,
  totp_last_step  bigint,
  present         boolean not null default false,
  active          boolean not null default true,
  invented        boolean not null default false,
  added_at        timestamptz not null default now()
);
create index officer_unit on identity.officer (unit);
comment on column identity.officer.username is 'personal: name of a member of staff';
comment on column identity.officer.name_ar is 'personal: name of a member of staff';
comment on column identity.officer.name_en is 'personal: name of a member of staff';
comment on column identity.officer.password_hash is 'secret: Argon2id';
comment on column identity.officer.password_is_new is 'given by an administrator, to be changed at the first sign-in';
comment on column identity.officer.totp_sealed is 'secret: AES-256-GCM under the key file identity-totp';
comment on column identity.officer.totp_last_step is 'time step of the last code that was accepted; never accepted again';
comment on column identity.officer.invented is 'true for the staff of a demonstration';

create table identity.officer_role (
  officer    text not null references identity.officer,
  role       text not null,
  granted_at timestamptz not null,
  granted_by text not null,
  primary key (officer, role)
);
create index officer_role_role on identity.officer_role (role);

grant usage on schema identity to ${app};
grant select, insert, update on identity.person, identity.officer to ${app};
grant select, insert, update on identity.unit to ${app};
grant select, insert, delete on identity.officer_role to ${app};
