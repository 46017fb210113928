-- Holidays of the whole city and closures of single units. Friday and Saturday are off without a row.
create table calendar.holiday (
  day     date primary key,
  name_ar text not null,
  name_en text not null,
  source  text not null check (source in ('placeholder', 'confirmed'))
);
create table calendar.closure (
  unit      text not null,
  day       date not null,
  reason_ar text not null,
  reason_en text not null,
  primary key (unit, day)
);

-- Fixed days are as commonly observed; the movable feasts are astronomical estimates. All wait for the city's confirmation.
insert into calendar.holiday (day, name_ar, name_en, source) values
  ('2026-01-01', 'رأس السنة الميلادية', 'New Year', 'placeholder'),
  ('2026-03-18', 'ذكرى الثورة السورية', 'Revolution Day', 'placeholder'),
  ('2026-03-20', 'عيد الفطر', 'Eid al-Fitr', 'placeholder'),
  ('2026-03-21', 'عيد الفطر وعيد الأم', 'Eid al-Fitr, Mother''s Day', 'placeholder'),
  ('2026-03-22', 'عيد الفطر', 'Eid al-Fitr', 'placeholder'),
  ('2026-04-05', 'عيد الفصح (التقويم الغربي)', 'Easter (Western)', 'placeholder'),
  ('2026-04-12', 'عيد الفصح (التقويم الشرقي)', 'Easter (Eastern)', 'placeholder'),
  ('2026-04-17', 'عيد الجلاء', 'Independence Day', 'placeholder'),
  ('2026-05-01', 'عيد العمال', 'Labour Day', 'placeholder'),
  ('2026-05-27', 'عيد الأضحى', 'Eid al-Adha', 'placeholder'),
  ('2026-05-28', 'عيد الأضحى', 'Eid al-Adha', 'placeholder'),
  ('2026-05-29', 'عيد الأضحى', 'Eid al-Adha', 'placeholder'),
  ('2026-05-30', 'عيد الأضحى', 'Eid al-Adha', 'placeholder'),
  ('2026-06-17', 'رأس السنة الهجرية', 'Islamic New Year', 'placeholder'),
  ('2026-08-26', 'المولد النبوي الشريف', 'The Prophet''s Birthday', 'placeholder'),
  ('2026-12-08', 'عيد التحرير', 'Liberation Day', 'placeholder'),
  ('2026-12-25', 'عيد الميلاد', 'Christmas', 'placeholder'),
  ('2027-01-01', 'رأس السنة الميلادية', 'New Year', 'placeholder'),
  ('2027-03-10', 'عيد الفطر', 'Eid al-Fitr', 'placeholder'),
  ('2027-03-11', 'عيد الفطر', 'Eid al-Fitr', 'placeholder'),
  ('2027-03-12', 'عيد الفطر', 'Eid al-Fitr', 'placeholder'),
  ('2027-03-18', 'ذكرى الثورة السورية', 'Revolution Day', 'placeholder'),
  ('2027-03-21', 'عيد الأم', 'Mother''s Day', 'placeholder'),
  ('2027-03-28', 'عيد الفصح (التقويم الغربي)', 'Easter (Western)', 'placeholder'),
  ('2027-04-17', 'عيد الجلاء', 'Independence Day', 'placeholder'),
  ('2027-05-01', 'عيد العمال', 'Labour Day', 'placeholder'),
  ('2027-05-02', 'عيد الفصح (التقويم الشرقي)', 'Easter (Eastern)', 'placeholder'),
  ('2027-05-16', 'عيد الأضحى', 'Eid al-Adha', 'placeholder'),
  ('2027-05-17', 'عيد الأضحى', 'Eid al-Adha', 'placeholder'),
  ('2027-05-18', 'عيد الأضحى', 'Eid al-Adha', 'placeholder'),
  ('2027-05-19', 'عيد الأضحى', 'Eid al-Adha', 'placeholder'),
  ('2027-06-06', 'رأس السنة الهجرية', 'Islamic New Year', 'placeholder'),
  ('2027-08-15', 'المولد النبوي الشريف', 'The Prophet''s Birthday', 'placeholder'),
  ('2027-12-08', 'عيد التحرير', 'Liberation Day', 'placeholder'),
  ('2027-12-25', 'عيد الميلاد', 'Christmas', 'placeholder');

grant usage on schema calendar to ${app};
grant select, insert, update, delete on calendar.holiday, calendar.closure to ${app};
