package org.nafidha.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.Decision.OnSite;
import org.nafidha.kernel.Digits;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Step;
import org.springframework.stereotype.Component;

/** What an inspector brings back from the place: it becomes part of the case with the decision, and the journal names the photographs by their hashes. */
@Component
record Places(CasePapers papers) {

	/** Latitude and longitude in degrees, as every phone tells them. */
	private static final Pattern PLACE = Pattern.compile("-?[0-9]{1,2}\\.[0-9]{3,8} ?, ?-?[0-9]{1,3}\\.[0-9]{3,8}");

	/** Nothing to say of a decision at the desk; a refusal when an inspection brings too little or too much back. */
	Optional<Refusal> seen(Transition t, Step.Review step, @Nullable OnSite brought) {
		Step.OnSite wanted = step.onSite();
		if (wanted == null) {
			return Optional.empty();
		}
		String place = brought == null ? "" : Digits.clean(brought.place());
		if (!PLACE.matcher(place).matches()) {
			return Optional.of(Refusal.of("inspection.place"));
		}
		List<String> photos = brought == null ? List.of() : papers.joinPhotos(t, step.id(), brought.photos());
		if (photos.size() < wanted.fewestPhotos() || photos.size() > wanted.mostPhotos()) {
			return Optional.of(Refusal.of("inspection.photos",
					Map.of("fewest", Integer.toString(wanted.fewestPhotos()), "most", Integer.toString(wanted.mostPhotos()), "count",
							Integer.toString(photos.size()))));
		}
		t.learn(step.id(), Map.of("place", place, "photos", photos));
		return Optional.empty();
	}
}
