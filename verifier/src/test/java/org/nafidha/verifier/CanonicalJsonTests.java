package org.nafidha.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTests {

	@Test
	void members_are_sorted_by_utf_16_units_as_in_rfc_8785_section_3_2_3() throws Rejected {
		assertThat(canonical("""
				{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
				 "\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}"""))
				.isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
						+ "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
	}

	@Test
	void strings_are_escaped_only_where_they_must_be() throws Rejected {
		assertThat(canonical("{\"a\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/ \\u0628\"}"))
				.isEqualTo("{\"a\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/ \u0628\"}");
	}

	@Test
	void numbers_booleans_arrays_and_empty_containers_keep_their_one_form() throws Rejected {
		assertThat(canonical("{ \"z\" : [ ] , \"b\" : { } , \"a\" : [ true , -12 , 9007199254740992 ] }"))
				.isEqualTo("{\"a\":[true,-12,9007199254740992],\"b\":{},\"z\":[]}");
	}

	@ParameterizedTest
	@ValueSource(strings = {"{\"a\":1.5}", "{\"a\":1.0}", "{\"a\":1e2}", "{\"a\":null}", "{\"a\":9007199254740993}", "{\"a\":-9223372036854775808}",
			"{\"a\":99999999999999999999}", "{\"a\":\"\\ud800\"}", "{\"a\":1,\"a\":2}", "{\"a\":1}{}", "[]", "{", "", "{\"a\":NaN}"})
	void what_has_no_single_form_is_refused(String json) {
		assertThatThrownBy(() -> canonical(json)).isInstanceOf(Rejected.class);
	}

	private static String canonical(String json) throws Rejected {
		Json parsed = Json.parse(json.getBytes(StandardCharsets.UTF_8), Cause.JSON_BROKEN);
		return new String(CanonicalJson.of(parsed.node(), Cause.JSON_BROKEN), StandardCharsets.UTF_8);
	}
}
