-- Each node takes 20 numbers at a time (CaseStore)
alter sequence cases.number_serial increment by 20;
