-- Decides appeals, and nothing else that is asked for here: whoever is refused is heard by somebody else.
insert into identity.unit (place, code, kind, name_ar, name_en) values
  (36, 'legal-affairs', 'directorate', 'مديرية الشؤون القانونية', 'Legal affairs directorate');
