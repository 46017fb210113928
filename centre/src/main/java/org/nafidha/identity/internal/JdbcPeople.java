package org.nafidha.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.People;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.platform.CentreProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** People in {@code identity.person}. */
@Repository
class JdbcPeople implements People, PeopleRegistry {

	private static final int BATCH = 5_000;
	private static final String COLUMNS = "id, national_number, given_name, family_name, father_name, mother_name, born, mobile, email";

	private final JdbcClient db;
	private final boolean invented;

	JdbcPeople(JdbcClient db, CentreProperties centre) {
		this.db = db;
		this.invented = centre.demo();
	}

	@Override
	public Optional<Person> byId(String personId) {
		return db.sql("select " + COLUMNS + " from identity.person where id = ?").param(personId).query(JdbcPeople::person).optional();
	}

	@Override
	public Optional<Person> byNationalNumber(NationalNumber number) {
		return db.sql("select " + COLUMNS + " from identity.person where national_number = ?").param(number.digits()).query(JdbcPeople::person)
				.optional();
	}

	@Override
	public Result<Person> add(Person person) {
		return addAll(List.of(person)) == 1 ? Result.ok(person) : Refusal.of("person.number-taken").asResult();
	}

	@Override
	@Transactional
	public int addAll(List<Person> people) {
		int added = 0;
		for (int from = 0; from < people.size(); from += BATCH) {
			added += insert(people.subList(from, Math.min(from + BATCH, people.size())));
		}
		return added;
	}

	@Override
	public void changeContact(String personId, @Nullable String mobile, @Nullable String email) {
		int changed = db.sql("update identity.person set mobile = :mobile, email = :email where id = :id").param("mobile", mobile)
				.param("email", email)
				.param("id", personId).update();
		if (changed == 0) {
			throw new IllegalArgumentException("no such person");
		}
	}

	/** One statement for a whole batch: arrays travel faster than thousands of rows of parameters. */
	private int insert(List<Person> batch) {
		return db.sql("""
				insert into identity.person (id, national_number, given_name, family_name, father_name, mother_name, search_key, born, mobile,
				                             email, invented)
				select p.*, :invented
				  from unnest(:ids::text[], :numbers::text[], :given::text[], :family::text[], :father::text[], :mother::text[], :keys::text[],
				              :born::date[], :mobile::text[], :email::text[]) p
				on conflict do nothing
				""").param("invented", invented).param("ids", column(batch, Person::id))
				.param("numbers", column(batch, p -> p.nationalNumber().digits()))
				.param("given", column(batch, p -> p.name().given())).param("family", column(batch, p -> p.name().family()))
				.param("father", column(batch, p -> p.name().father())).param("mother", column(batch, p -> p.name().mother()))
				.param("keys", column(batch, p -> p.name().searchKey())).param("born", column(batch, JdbcPeople::bornText))
				.param("mobile", column(batch, Person::mobile)).param("email", column(batch, Person::email)).update();
	}

	private static @Nullable String[] column(List<Person> batch, Function<Person, @Nullable String> value) {
		@Nullable
		String[] column = new String[batch.size()];
		for (int i = 0; i < column.length; i++) {
			column[i] = value.apply(batch.get(i));
		}
		return column;
	}

	private static @Nullable String bornText(Person person) {
		LocalDate born = person.born();
		return born == null ? null : born.toString();
	}

	private static Person person(ResultSet row, int number) throws SQLException {
		return new Person(row.getString("id"), new NationalNumber(row.getString("national_number")),
				new PersonName(row.getString("given_name"), row.getString("family_name"), row.getString("father_name"), row.getString("mother_name")),
				row.getObject("born", LocalDate.class), row.getString("mobile"), row.getString("email"));
	}
}
