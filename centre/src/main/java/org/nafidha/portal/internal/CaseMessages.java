package org.nafidha.portal.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Visit;
import org.nafidha.identity.People;
import org.nafidha.identity.Person;
import org.nafidha.journal.Entry;
import org.nafidha.journal.JournalReader;
import org.nafidha.notifications.Message;
import org.nafidha.notifications.Notifications;
import org.nafidha.notifications.Recipient;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Step;
import org.nafidha.web.Formats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells applicants what they would otherwise have to come and ask: that the application has arrived, that it is their turn and until when, how
 * it ended. A message says the number of the case and the service, and nothing else of the case; each is in both languages.
 */
@Component
class CaseMessages implements JournalReader {

	/** What is told, as in the message keys. */
	private enum News {
		FILED, FEE, TURN, READY, ENDED, REOPENED;

		String key() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	private static final Set<String> TOLD = Set.of("case.opened", "case.moved", "case.reopened");
	private static final Logger LOG = LoggerFactory.getLogger(CaseMessages.class);

	private final Cases cases;
	private final Procedures procedures;
	private final People people;
	private final Notifications notifications;
	private final Texts texts;
	private final ZoneId zone;
	private final JsonMapper json = JsonMapper.shared();

	CaseMessages(Cases cases, Procedures procedures, People people, Notifications notifications, Texts texts, CentreProperties centre) {
		this.cases = cases;
		this.procedures = procedures;
		this.people = people;
		this.notifications = notifications;
		this.texts = texts;
		this.zone = centre.zone();
	}

	@Override
	public String name() {
		return "portal.messages";
	}

	@Override
	public void handle(List<Entry> batch) {
		for (Entry entry : batch) {
			if (TOLD.contains(entry.kind())) {
				cases.find(entry.subject()).ifPresent(file -> procedures.version(file.procedure(), file.version()).ifPresentOrElse(
						procedure -> tell(file, procedure, entry.kind(), json.readTree(entry.facts())),
						() -> LOG.error("the applicant of {} is told nothing: it runs on a version that is not there", file.number())));
			}
		}
	}

	private void tell(CaseFile file, Procedure procedure, String kind, JsonNode facts) {
		boolean opened = kind.equals("case.opened");
		boolean stands = opened && file.channel() == Channel.COUNTER; // and sees it on the clerk's screen
		if (facts.has("end")) {
			Procedure.End end = procedure.ends().get(facts.path("end").asString());
			send(file, procedure, end != null && end.granted() && procedure.document() != null ? News.READY : News.ENDED, null);
			return;
		}
		if (opened && !stands) {
			send(file, procedure, News.FILED, null);
		} else if (kind.equals("case.reopened")) {
			send(file, procedure, News.REOPENED, null);
		}
		for (Visit visit : turns(file, facts)) {
			switch (procedure.step(visit.step())) {
				case Step.Correction correction -> send(file, procedure, News.TURN, visit.dueAt());
				case Step.Automated paid when paid.kind() == Step.Automated.Kind.PAYMENT && !stands -> send(file, procedure, News.FEE, visit.dueAt());
				case null, default -> {
					// nothing for the applicant to do
				}
			}
		}
	}

	/** The steps that the act opened and that are open still: nobody is told of a turn that is over. */
	private static List<Visit> turns(CaseFile file, JsonNode facts) {
		List<Visit> turns = new ArrayList<>();
		facts.path("to").forEach(step -> file.openVisit(step.asString("")).ifPresent(turns::add));
		return turns;
	}

	private void send(CaseFile file, Procedure procedure, News news, @Nullable Instant until) {
		Optional<Person> person = people.byId(file.personId());
		person.ifPresent(to -> {
			String text = text(Texts.ARABIC, news, file, procedure, until) + "\n\n" + text(Texts.ENGLISH, news, file, procedure, until);
			String subject = texts.text(Texts.ARABIC, "portal.message." + news.key() + ".subject", Map.of("number", file.number()));
			notifications.send(new Message("case-" + news.key(), new Recipient(to.id(), to.mobile(), to.email()), subject, text,
					Map.of("case", file.number())));
		});
	}

	private String text(Locale language, News news, CaseFile file, Procedure procedure, @Nullable Instant until) {
		String date = until == null ? "" : new Formats(language, zone).weekday(until);
		return texts.text(language, "portal.message." + news.key(),
				Map.of("number", file.number(), "service", procedure.name().in(language), "date", date));
	}
}
