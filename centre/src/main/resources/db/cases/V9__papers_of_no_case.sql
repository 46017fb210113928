-- Papers that wait for their case: counted at each further one, since a person may have only so many of a day.
create index attachment_of_no_case on cases.attachment (person, at) where case_number is null;
