package org.nafidha.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Masking, export and encryption rely on the word {@code personal:} in the comments of columns. */
@CentreTest
class PersonalDataTests {

	/** A column whose name tells of a person; the word must stand alone between underscores. */
	private static final String TELLING = "(^|_)(national_number|given|family|father|mother|born|birth|mobile|phone|email|address|person_name|full_name|search_key)(_|$)";

	@Autowired
	JdbcClient db;

	@Test
	void everyColumnWhoseNameTellsOfAPersonSaysThatItIsPersonal() {
		List<String> silent = db.sql("""
				select n.nspname || '.' || c.relname || '.' || a.attname
				from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
				where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and n.nspname not in ('pg_catalog', 'information_schema')
				  and a.attname ~ :telling and coalesce(col_description(c.oid, a.attnum), '') not like 'personal: %'
				order by 1""").param("telling", TELLING).query(String.class).list();
		assertThat(silent).isEmpty();
	}

	@Test
	void theListOfPersonalColumnsCanBeReadFromTheDatabase() {
		List<String> personal = db.sql("""
				select n.nspname || '.' || c.relname || '.' || a.attname || ': ' || substr(col_description(c.oid, a.attnum), 11)
				from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
				where a.attnum > 0 and col_description(c.oid, a.attnum) like 'personal: %' order by 1""").query(String.class).list();
		assertThat(personal).isNotEmpty().allSatisfy(line -> assertThat(line).matches("[a-z_]+\\.[a-z_0-9]+\\.[a-z_0-9]+: .{3,}"));
	}
}
