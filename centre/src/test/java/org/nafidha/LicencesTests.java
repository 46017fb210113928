package org.nafidha;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nafidha.cases.Attachments;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.CaseInputs;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Visit;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.paper.Read;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Money;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Result;
import org.nafidha.kernel.Shares;
import org.nafidha.payments.Charge;
import org.nafidha.payments.Payments;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Step;
import org.nafidha.register.Deed;
import org.nafidha.register.NewOwner;
import org.nafidha.register.NewSheet;
import org.nafidha.register.RegisterEntries;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Every licence of the city that this release can give, from the application to its paper, with the officers who are drawn for it. */
@CentreTest
class LicencesTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final AtomicInteger NUMBER = new AtomicInteger(830_000);
	private static final SignedIn.Staff REGISTRAR = new SignedIn.Staff("licences-registrar", Set.of(Role.REGISTRAR));
	private static final Deed DEED = new Deed(Deed.Kind.SALE, "412", LocalDate.of(2011, 8, 28));
	private static final Actor SYSTEM = new Actor.System("test");
	private static final Map<String, Object> SURVEY_PLAN = Map.of("scale", "1/500", "surveyedOn", "2019-05-12", "areaM2", new BigDecimal("200"),
			"points", new BigDecimal("4"), "sheet", "S-17", "source", "السجل العقاري", "sourceEn", "Land registry", "asOf", "2026-01-04T08:00:00Z",
			"reference",
			"LR-17", "reused", false);
	private static final String OLD_CITY = "1";
	private static final String CONNECTED = "5";
	private static final String DETACHED = "20";
	private static final String INDUSTRIAL = "29";

	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	Attachments attachments;
	@Autowired
	Payments payments;
	@Autowired
	Documents documents;
	@Autowired
	RegisterEntries entries;
	@Autowired
	PeopleRegistry people;

	private final SignedIn.Staff cashier = new SignedIn.Staff("licences-cashier", Set.of(Role.CASHIER));
	private NewOwner owner;

	@BeforeEach
	void somebodyWithAName() {
		String id = UUID.randomUUID().toString();
		NationalNumber number = new NationalNumber(String.format(Locale.ROOT, "13%09d", NUMBER.incrementAndGet()));
		people.add(new Person(id, number, new PersonName("عبد الرحمن", "الكيالي", "مصطفى", null), null, null, null)).orThrow();
		owner = new NewOwner(id, "عبد الرحمن بن مصطفى الكيالي", Shares.of(2400));
		payments.open(93, cashier).orThrow();
	}

	/** Applications that the rules allow, and what their papers say. */
	enum Licence {
		// one application each, with the fee in pounds and some of what is printed
		ADMINISTRATIVE("administrative-licence", OLD_CITY, "3", 10_000, List.of("صابون غار", "خان أو سوق قديم", "المدينة القديمة", "غار حلب"),
				Map.of("trade",
						"soap", "place", "khan", "kind", "permanent", "tradeName", "غار حلب", "workers", "2")),
		//
		INDUSTRIAL_FOR_GOOD("industrial-licence", INDUSTRIAL, "", 10_000 + 1_550, List.of("نسيج", "ترخيص دائم", "منسوجات الشهباء", "الصنف الثاني"),
				Map
						.of("industry", "weaving", "floor", "yard", "kind", "permanent", "firm", "منسوجات الشهباء", "workers", "12", "powerHp",
								"15.5")),
		//
		INDUSTRIAL_FOR_A_YEAR("industrial-licence", OLD_CITY, "", 1_000 + 10_000, List.of("صابون غار", "مؤقت لمدة سنة", "باسم صاحبها", "عمل يدوي"),
				Map
						.of("industry", "soap", "floor", "khan", "kind", "one-year", "workers", "4", "powerHp", "0")),
		//
		BUILDING("building-licence", CONNECTED, "", 200 + 720_000 + 96_000, List.of("سكن متصل", "75.0%", "ثلاث سنوات", "هاني صقال", "بروزات"), Map
				.ofEntries(Map.entry("work", "new"), Map.entry("use", "dwelling"), Map.entry("groundM2", "150"), Map.entry("builtM2", "600"),
						Map.entry("floors", "4"), Map.entry("heightM", "14.5"), Map.entry("setbackM", "3"), Map.entry("cars", "3"),
						Map.entry("projectionM2", "20"), Map.entry("engineer", "م. هاني صقال، 4127"))),
		//
		BUILDING_IN_THE_OLD_CITY("building-licence", OLD_CITY, "", 200 + 100_000, List.of("المدينة القديمة", "طابق فوق بناء مرخص", "لا تُشترط"), Map
				.of("work", "floor", "use", "hotel", "groundM2", "180", "builtM2", "100", "floors", "2", "heightM", "8", "setbackM", "0", "cars", "0",
						"engineer", "م. رشا حموي، 311")),
		//
		REPAIR("minor-repair-licence", CONNECTED, "3", 600, List.of("طينة ودهان من الداخل", "تقشّر طينة غرفتين", "لا يُشغل الرصيف"), Map
				.of("repair", "plaster", "details", "تقشّر طينة غرفتين ودلف في سقف المطبخ.", "days", "6")),
		//
		REPAIR_OF_WAR_DAMAGE("minor-repair-licence", OLD_CITY, "", 600 + 50 * 14, List.of("المواد التقليدية", "تُنصب السقالة", "14 يومًا"), Map
				.of("repair", "war-damage", "details", "حجارة الواجهة الشمالية وشبابيك القبو.", "days", "14")),
		//
		OCCUPANCY("occupancy-permit", CONNECTED, "4", 500 + 100, List.of("BLD-2024-000017-4", "شقة أو محل", "2026-03-01"), Map
				.of("licence", "BLD-2024-000017-4", "part", "flat", "use", "dwelling", "builtM2", "132.5", "finishedOn", "1/3/2026")),
		//
		CHANGE_OF_USE("change-of-use", CONNECTED, "2", 120 * 500 + 100, List.of("من سكن إلى عيادة", "لا ترخيص"), Map
				.of("what", "use", "fromUse", "dwelling", "toUse", "practice", "areaM2", "120")),
		//
		CHANGE_OF_TRADE("change-of-use", CONNECTED, "1", 5_000 + 100, List.of("تغيير المهنة إلى حلويات", "ADL-2025-000101-2"), Map
				.of("what", "trade", "fromUse", "shop", "toUse", "shop", "trade", "sweets", "licence", "ADL-2025-000101-2", "areaM2", "45")),
		//
		GARAGE("garage-licence", DETACHED, "", 200 + 2_700_000 + 6_000, List.of("مرأب طابقي", "60 سيارة", "مأجور لعموم الناس", "لينا صقال"), Map
				.of("form", "storeys", "public", "everybody", "builtM2", "1500", "floors", "3", "cars", "60", "setbackM", "5", "engineer",
						"م. لينا صقال، 2044"));

		final String procedure;
		final String zone;
		final String section;
		final long fee;
		final List<String> printed;
		final Map<String, String> inputs;

		Licence(String procedure, String zone, String section, long fee, List<String> printed, Map<String, String> inputs) {
			this.procedure = procedure;
			this.zone = zone;
			this.section = section;
			this.fee = fee;
			this.printed = printed;
			this.inputs = inputs;
		}
	}

	@ParameterizedTest
	@EnumSource
	void isGivenOnPaperAfterEverybodyWhoMustHasLooked(Licence licence) throws Exception {
		PropertyRef property = sheet(licence.zone, licence.section.isEmpty() ? null : licence.section, 1);
		CaseFile file = open(licence.procedure, property, licence.inputs).orThrow();
		file = favourably(file);
		assertThat(file.end()).isEqualTo("end-granted");
		assertThat(payments.of(file.number())).singleElement().extracting(Charge::total).isEqualTo(Money.ofMinor(licence.fee * 100));
		IssuedDocument document = documents.forCase(file.number()).getFirst();
		byte[] pdf = documents.pdf(document.number()).orElseThrow();
		keep(licence, pdf);
		assertThat(Read.text(pdf)).contains("عبد الرحمن", "/" + property.parcel() + "/").contains(licence.printed);
		assertThat(Read.objections(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
		assertThat(document.keyFields()).extracting(IssuedDocument.Field::value).hasSizeGreaterThanOrEqualTo(3).contains(property.toString());
		assertThat(whoLooked(file)).as("no officer had two hands in it").doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = {"groundM2=171", "floors=6", "heightM=18.1", "setbackM=2.9", "cars=2"})
	void aBuildingBeyondTheZonesLimitsIsNoticedAtOnceAndComesBackToBeChanged(String beyond) {
		Map<String, String> inputs = new HashMap<>(Licence.BUILDING.inputs);
		CaseFile within = open("building-licence", sheet(CONNECTED, null, 1), inputs).orThrow();
		assertThat(steps(within)).containsExactly("papers");
		String[] changed = beyond.split("=", -1);
		inputs.put(changed[0], changed[1]);
		CaseFile file = open("building-licence", sheet(CONNECTED, null, 1), inputs).orThrow();
		assertThat(steps(file)).containsExactly("over");
		file = decide(file, file.openVisits().getFirst(), "return");
		inputs.put(changed[0], Optional.ofNullable(Licence.BUILDING.inputs.get(changed[0])).orElseThrow());
		inputs.put("property", String.valueOf(file.data().get("property")));
		file = withoutAgencies(cases.correct("c", file.number(), inputs, List.of(), new Actor.Citizen(owner.personId())).orThrow());
		assertThat(steps(file)).containsExactly("papers");
	}

	@Test
	void aParcelThatTheRegisterDoesNotKnowIsMeasuredByTheSurveyPlan() {
		Map<String, String> inputs = new HashMap<>(Licence.BUILDING.inputs);
		PropertyRef unknown = new PropertyRef(CONNECTED, Integer.toString(NUMBER.incrementAndGet()), null);
		assertThat(steps(open("building-licence", unknown, inputs).orThrow())).containsExactly("over");
		CaseFile surveyed = filed("building-licence", unknown, inputs).orThrow();
		surveyed = cases.completeAutomation(surveyed.number() + "/gather.surveyPlan/1", "answered", SURVEY_PLAN, SYSTEM).orThrow();
		assertThat(steps(surveyed)).containsExactly("papers");
		inputs.put("parcelM2", "200");
		assertThat(steps(open("building-licence", unknown, inputs).orThrow())).containsExactly("papers");
	}

	@Test
	void onlyRepairsThatMayHideMoreAndAFifthOfTheParcelsAreVisited() {
		for (int last = 0; last < 10; last++) {
			CaseFile file = open("minor-repair-licence", sheet(CONNECTED, "3", last), Licence.REPAIR.inputs).orThrow();
			file = decide(file, file.openVisits().getFirst(), "minor");
			assertThat(steps(file)).as("a parcel ending in " + last).containsExactly(last % 5 == 0 ? "visit" : "pay");
		}
		Map<String, String> cracks = new HashMap<>(Licence.REPAIR.inputs);
		cracks.put("repair", "quake-cracks");
		CaseFile file = open("minor-repair-licence", sheet(CONNECTED, "3", 1), cracks).orThrow();
		assertThat(steps(decide(file, file.openVisits().getFirst(), "minor"))).containsExactly("visit");
	}

	@Test
	void whatTheZoneDoesNotAllowIsRefusedBeforeAnythingIsFiled() {
		Map<String, String> weaving = new HashMap<>(Licence.INDUSTRIAL_FOR_GOOD.inputs);
		assertThat(code(open("industrial-licence", sheet(CONNECTED, null, 1), weaving))).isEqualTo("industry-not-allowed-here");
		Map<String, String> soap = new HashMap<>(Licence.INDUSTRIAL_FOR_A_YEAR.inputs);
		soap.put("kind", "permanent");
		assertThat(code(open("industrial-licence", sheet(OLD_CITY, null, 1), soap))).isEqualTo("industry-not-allowed-here");
		assertThat(code(open("garage-licence", sheet(OLD_CITY, null, 1), Licence.GARAGE.inputs))).isEqualTo("garage-not-allowed-here");
		Map<String, String> workshop = new HashMap<>(Licence.CHANGE_OF_USE.inputs);
		workshop.put("toUse", "workshop");
		assertThat(code(open("change-of-use", sheet(CONNECTED, "2", 1), workshop))).isEqualTo("use-not-allowed-here");
		Map<String, String> tradeless = new HashMap<>(Licence.CHANGE_OF_TRADE.inputs);
		tradeless.remove("trade");
		assertThat(code(open("change-of-use", sheet(CONNECTED, "2", 1), tradeless))).isEqualTo("use-not-allowed-here");
		assertThat(cases.of(owner.personId())).isEmpty();
	}

	@Test
	void anObjectionGoesToTheHeadWhoRefusesUnderALaw() {
		CaseFile file = open("building-licence", sheet(OLD_CITY, null, 1), Licence.BUILDING_IN_THE_OLD_CITY.inputs).orThrow();
		file = decide(file, file.openVisits().getFirst(), "complete");
		file = decide(file, file.openVisit("opinions.old-city").orElseThrow(), "objection");
		assertThat(steps(file)).containsExactly("weigh");
		file = decide(file, file.openVisits().getFirst(), "refuse");
		assertThat(file.end()).isEqualTo("end-refused");
		assertThat(documents.forCase(file.number())).isEmpty();
	}

	@Test
	void aNumberOutOfBoundsOrWithAFractionIsToldSoAtItsField() {
		Procedure building = cases.procedureOf(open("building-licence", sheet(CONNECTED, null, 1), Licence.BUILDING.inputs).orThrow());
		Map<String, String> typed = new HashMap<>(Licence.BUILDING.inputs);
		typed.putAll(Map.of("property", "5/1", "floors", "٢٫٥", "builtM2", "-600", "cars", "0"));
		assertThat(cases.read(building, typed)).isInstanceOfSatisfying(CaseInputs.Invalid.class, invalid -> {
			assertThat(invalid.fields()).containsOnlyKeys("floors", "builtM2");
			assertThat(invalid.fields().get("floors").code()).isEqualTo("input.whole");
			assertThat(invalid.fields().get("builtM2").values()).containsEntry("min", "1").containsEntry("max", "500000");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = {"alignment-plan", "site-plan", "aerial-photo", "temporary-register-transfer", "certified-copy"})
	void whatReliesOnAPartThatIsNotThereYetIsNotOffered(String procedure) {
		assertThat(code(open(procedure, sheet(CONNECTED, "1", 1), Map.of()))).isEqualTo("procedure.not-yet");
	}

	/** No agency runs beside the tests: after its days have passed, the case goes on without what was asked for. */
	private CaseFile withoutAgencies(CaseFile file) {
		return file.openVisit("gather").map(visit -> cases.completeAutomation(visit.key(), "lapsed", Map.of(), SYSTEM).orThrow()).orElse(file);
	}

	/** The first outcome of each step, as the procedure lists them, until the case has ended. */
	private CaseFile favourably(CaseFile opened) {
		CaseFile file = opened;
		for (int i = 0; i < 40 && !file.ended(); i++) {
			Optional<Charge> due = payments.due(file.number());
			if (due.isPresent()) {
				payments.payInCash(UUID.randomUUID().toString(), due.get().id(), due.get().total(), cashier).orThrow();
				file = cases.settled(file.number(), PATIENCE).orElseThrow();
			} else {
				file = decide(file, file.openVisits().stream().filter(visit -> visit.task() != null).findFirst().orElseThrow(), "");
			}
		}
		return file;
	}

	/** @param outcome blank: the first */
	private CaseFile decide(CaseFile file, Visit visit, String outcome) {
		Task task = tasks.find(Optional.ofNullable(visit.task()).orElseThrow()).orElseThrow();
		Step.Review step = (Step.Review) Optional.ofNullable(cases.procedureOf(file).step(task.step())).orElseThrow();
		Step.Outcome chosen = step.outcomes().stream().filter(one -> outcome.isEmpty() || one.id().equals(outcome)).findFirst().orElseThrow();
		Decision.OnSite onSite = step.onSite() == null ? null : new Decision.OnSite(photos(step), "36.20210, 37.13426");
		Decision decision = new Decision(UUID.randomUUID().toString(), task.id(), new Actor.Officer(String.valueOf(task.officer())), chosen.id(),
				chosen.reasons().getFirst().code(), null, null, onSite);
		return cases.settled(cases.decide(decision).orThrow().number(), PATIENCE).orElseThrow();
	}

	private List<String> photos(Step.Review step) {
		List<String> photos = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			byte[] bytes = ("\u00ff\u00d8\u00ff\u00e0" + UUID.randomUUID()).getBytes(StandardCharsets.ISO_8859_1);
			photos.add(
					attachments.accept(owner.personId(), Attachments.photoOf(step.id()), "IMG.jpg", new ByteArrayInputStream(bytes)).orThrow().id());
		}
		return photos;
	}

	private List<String> whoLooked(CaseFile file) {
		return file.visits().stream().filter(visit -> visit.task() != null).map(Visit::closedBy).map(String::valueOf).toList();
	}

	private Result<CaseFile> open(String procedure, PropertyRef property, Map<String, String> inputs) {
		return filed(procedure, property, inputs).map(this::withoutAgencies);
	}

	private Result<CaseFile> filed(String procedure, PropertyRef property, Map<String, String> inputs) {
		Map<String, String> all = new HashMap<>(inputs);
		all.put("property", property.toString());
		return cases.open(new OpenCase(UUID.randomUUID().toString(), procedure, Channel.PORTAL, owner.personId(), null, all,
				new Actor.Citizen(owner.personId())));
	}

	/** A whole parcel of 200 m², or a flat on it. @param last figure of the parcel's number */
	private PropertyRef sheet(String zone, @Nullable String section, int last) {
		PropertyRef property = new PropertyRef(zone, NUMBER.incrementAndGet() + Integer.toString(last), section);
		entries.register(
				new NewSheet(property, section == null ? null : "الأول", section == null ? "أرض وبناء" : "دار سكنية", new BigDecimal("200.00"),
						List.of(owner), DEED, DEED.date()),
				REGISTRAR).orThrow();
		return property;
	}

	private static List<String> steps(CaseFile file) {
		return file.openVisits().stream().map(Visit::step).toList();
	}

	private static String code(Result<?> result) {
		return result instanceof Result.Refused<?> refused ? refused.refusal().code() : "accepted";
	}

	/** With the environment variable NAFIDHA_SHOTS, each paper goes to that folder, for people to look at. */
	private static void keep(Licence licence, byte[] pdf) throws IOException {
		String folder = System.getenv("NAFIDHA_SHOTS");
		if (folder != null) {
			Files.write(Files.createDirectories(Path.of(folder)).resolve(licence.name().toLowerCase(Locale.ROOT) + ".pdf"), pdf);
		}
	}
}
