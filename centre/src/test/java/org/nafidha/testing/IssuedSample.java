package org.nafidha.testing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.RevocationReason;
import org.nafidha.documents.Revocations;
import org.nafidha.identity.Officer;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Procedures;
import org.springframework.stereotype.Component;

/** Issues a violations statement about an invented property, as the end of a case would; and revokes it, as two heads of its unit would. */
@Component
public class IssuedSample {

	private final List<Automation> automations;
	private final Procedures procedures;
	private final Documents documents;
	private final Revocations revocations;
	private final Staff staff;

	IssuedSample(List<Automation> automations, Procedures procedures, Documents documents, Revocations revocations, Staff staff) {
		this.automations = automations;
		this.procedures = procedures;
		this.documents = documents;
		this.revocations = revocations;
		this.staff = staff;
	}

	public IssuedDocument issue() {
		String key = UUID.randomUUID().toString();
		Automation issue = automations.stream().filter(a -> a.signature().name().equals("documents.issue")).findFirst().orElseThrow();
		Automation.Call call = new Automation.Call(key, "2026-" + String.format("%06d", Math.abs(key.hashCode() % 1_000_000)) + "-0", "issue",
				procedures.current("violations-statement").orElseThrow(), new Automation.CaseApplicant("person-1", null),
				Map.of("template", "violations-statement"), data());
		Automation.Answer.Done done = (Automation.Answer.Done) issue.run(call);
		return documents.find((String) done.outputs().get("number")).orElseThrow();
	}

	public IssuedDocument revoke(String number, RevocationReason reason) {
		return revocations.propose(number, reason, "a test", head(0)).then(proposal -> revocations.confirm(proposal.id(), head(1))).orThrow();
	}

	/** Two heads of the unit that owns the statement. */
	public SignedIn.Staff head(int which) {
		Officer officer = staff.withRole("head", "technical-affairs/building-control").get(which);
		return new SignedIn.Staff(officer.id(), officer.roles());
	}

	private static Map<String, Object> data() {
		Map<String, Object> sheet = new HashMap<>(
				Map.of("number", "SM-004127", "property", "2/2533/1+9", "zone", "2", "zoneName", "الثانية", "parcel",
						"2533", "section", "1+9", "floor", "الطابق الأول", "description", "دار سكنية", "areaM2", new BigDecimal("118.40"), "asOf",
						"2026-11-23T07:41:00Z"));
		sheet.put("owners",
				List.of(Map.of("name", "محمد نور بن عبد القادر الحلبي", "shares", "2400", "sole", true, "deed", "عقد بيع 412/2011", "since",
						"2011-09-04")));
		sheet.put("rights", List.of());
		sheet.put("signs", List.of());
		Map<String, Object> data = new HashMap<>(Map.of("sheet", sheet, "pay", Map.of("receipt", "7-0031926", "amount", "600")));
		data.put("violations", Map.of("found", false, "count", 0, "list", List.of()));
		return data;
	}
}
