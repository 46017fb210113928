package org.nafidha.portal.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Visit;
import org.nafidha.identity.People;
import org.nafidha.journal.Entry;
import org.nafidha.journal.JournalReader;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.notifications.Message;
import org.nafidha.notifications.Message.Wording;
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
 * Tells applicants what they would otherwise have to come and ask: that the application has arrived, that it is their turn and until when, that
 * they were answered, that the promised day moved, how it ended. A message says the number of the case and the service, and nothing else of the case; a text message, which others in the house
 * may read, says the number alone. Each is in both languages.
 */
@Component
class CaseMessages implements JournalReader {

	/** What is told, as in the message keys. */
	private enum News {
		FILED, FEE, TURN, READY, ENDED, REOPENED, REPLY, MOVED;

		String key() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	private static final Set<String> TOLD = Set.of("case.opened", "case.moved", "case.reopened", "case.dates-moved", "case.version-moved",
			"correspondence.answered");
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
						() -> lost(file)));
			}
		}
	}

	private void tell(CaseFile file, Procedure procedure, String kind, JsonNode facts) {
		if (kind.equals("correspondence.answered")) {
			send(file, procedure, News.REPLY, null);
			return;
		}
		if (kind.equals("case.dates-moved") || kind.equals("case.version-moved")) {
			if (promiseMoved(kind, facts) && !file.ended()) {
				send(file, procedure, News.MOVED, file.dueAt());
			}
			return;
		}
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

	/** Whether the day moved that the applicant was promised; the days of the steps within are the office's own. */
	private static boolean promiseMoved(String kind, JsonNode facts) {
		return kind.equals("case.dates-moved") ? facts.path("to").has("due") : facts.has("dueBefore");
	}

	/** The steps that the act opened and that are open still: nobody is told of a turn that is over. */
	private static List<Visit> turns(CaseFile file, JsonNode facts) {
		List<Visit> turns = new ArrayList<>();
		facts.path("to").forEach(step -> file.openVisit(step.asString("")).ifPresent(turns::add));
		return turns;
	}

	private void send(CaseFile file, Procedure procedure, News news, @Nullable Instant until) {
		people.byId(file.personId()).ifPresent(to -> {
			String key = "portal.message." + news.key();
			Map<String, String> number = Map.of("number", file.number());
			LocalizedText text = new LocalizedText(text(Texts.ARABIC, key, file, procedure, until), text(Texts.ENGLISH, key, file, procedure, until));
			Wording wording = new Wording(texts.both(key + ".subject", number), text, texts.both(key + ".sms", number));
			notifications.send(new Message("case-" + news.key(), new Recipient(to.id(), to.mobile(), to.email()), wording, file.number(), number));
		});
	}

	private String text(Locale language, String key, CaseFile file, Procedure procedure, @Nullable Instant until) {
		String date = until == null ? "" : new Formats(language, zone).weekday(until);
		return texts.text(language, key, Map.of("number", file.number(), "service", procedure.name().in(language), "date", date));
	}

	/** Only who is there to be told can miss the message. */
	private void lost(CaseFile file) {
		if (people.byId(file.personId()).isPresent()) {
			LOG.error("the applicant of {} is told nothing: it runs on a version that is not there", file.number());
		}
	}
}
