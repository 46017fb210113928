package org.nafidha.agencies.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** What the land registry says of a property: invented, and the same at every question. */
record InventedLand(InventedPeople people) {

	Map<String, Object> property(String service, String reference) {
		SplittableRandom random = people.random(reference);
		String[] parts = (reference + "//").split("/", -1);
		double width = 6 + random.nextInt(120) / 10.0;
		double depth = 8 + random.nextInt(160) / 10.0;
		Map<String, Object> property = new LinkedHashMap<>();
		property.put("zoneName", "المنطقة العقارية " + parts[0]);
		property.put("parcel", parts[1]);
		property.put("section", parts[2]);
		property.put("areaM2", Math.round(width * depth * 10) / 10.0);
		property.put("sheet", Integer.toString(100 + random.nextInt(9_000)));
		property.putAll(service.equals("survey-plan") ? survey(random, width, depth) : title(random));
		return property;
	}

	private static Map<String, Object> survey(SplittableRandom random, double width, double depth) {
		double east = 312_000 + random.nextInt(90_000) / 100.0;
		double north = 118_000 + random.nextInt(90_000) / 100.0;
		List<Map<String, String>> corners = List.of(corner("1", east, north, width), corner("2", east + width, north, depth),
				corner("3", east + width, north - depth, width), corner("4", east, north - depth, depth));
		List<Map<String, String>> neighbours = List.of(Map.of("side", "الشمال", "what", "المحضر " + (100 + random.nextInt(5_000))),
				Map.of("side", "الجنوب", "what", "طريق عام"), Map.of("side", "الشرق", "what", "المحضر " + (100 + random.nextInt(5_000))),
				Map.of("side", "الغرب", "what", "المحضر " + (100 + random.nextInt(5_000))));
		return Map.of("scale", "1:500", "surveyedOn", InventedPeople.date(random, 1975, 2010), "points", corners.size(), "system",
				"الستيريوغرافي السوري", "corners", corners, "neighbours", neighbours);
	}

	private static Map<String, String> corner(String point, double east, double north, double length) {
		return Map.of("point", point, "east", metres(east), "north", metres(north), "length", metres(length));
	}

	private static String metres(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

	private static Map<String, Object> title(SplittableRandom random) {
		boolean two = random.nextBoolean();
		List<Map<String, String>> owners = new ArrayList<>();
		owners.add(owner(random, two ? "1200" : "2400"));
		if (two) {
			owners.add(owner(random, "1200"));
		}
		List<Map<String, String>> signs = random.nextInt(5) > 0
				? List.of()
				: List.of(Map.of("kind", "رهن", "inFavourOf", "المصرف العقاري", "deed", "عقد " + (1 + random.nextInt(2_000)), "since",
						InventedPeople.date(random, 2005, 2023)));
		return Map.of("kind", "ملك", "description", "دار سكنية", "owners", owners, "rights", List.of(), "signs", signs);
	}

	private static Map<String, String> owner(SplittableRandom random, String shares) {
		return Map.of("name", InventedPeople.fullName(random), "shares", shares, "deed", "عقد بيع " + (1 + random.nextInt(2_000)), "since",
				InventedPeople.date(random, 1980, 2015));
	}
}
