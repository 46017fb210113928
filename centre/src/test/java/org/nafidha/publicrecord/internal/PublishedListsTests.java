package org.nafidha.publicrecord.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.RevocationReason;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.IssuedSample;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signed lists are not signed anew for everybody who asks, and miss nothing for it. */
@CentreTest
class PublishedListsTests {

	private static final String REVOKED = "/verify/revoked.json";

	@Autowired
	private IssuedSample sample;
	@Autowired
	private JdbcClient db;
	@LocalServerPort
	private int port;

	@Test
	void whoAsksAgainIsToldThatNothingHasChanged() {
		for (String path : List.of(REVOKED, "/pki/ca.crl", "/.well-known/nafidha-keys.json")) {
			HttpResponse<String> first = get(path);
			String tag = first.headers().firstValue("ETag").orElseThrow();
			HttpResponse<String> again = get(path, "If-None-Match", tag);
			// an answer may have become too old between the two
			HttpResponse<String> sure = again.statusCode() == 304
					? again
					: get(path, "If-None-Match", again.headers().firstValue("ETag").orElseThrow());
			assertThat(sure.statusCode()).as(path).isEqualTo(304);
			assertThat(sure.body()).as(path).isEmpty();
			assertThat(sure.headers().firstValue("Access-Control-Allow-Origin")).as(path).contains("*");
			assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).as(path)
					.isEqualTo(path.equals(REVOKED) ? "no-cache" : "max-age=30, public");
		}
	}

	@Test
	void aRevocationIsInTheListOfEveryNodeAtOnce() {
		IssuedDocument document = sample.issue();
		String tag = get(REVOKED).headers().firstValue("ETag").orElseThrow();
		// this node's list knows of it only what the database says, as every other node's does
		sample.revoke(document.number(), RevocationReason.COURT_ORDER);
		HttpResponse<String> after = get(REVOKED, "If-None-Match", tag);
		assertThat(after.statusCode()).isEqualTo(200);
		assertThat(after.body()).contains("\"number\":\"" + document.number() + "\",\"reason\":\"أبطلها القضاء\"");
	}

	@Test
	void aCertificateTakenOutOfUseIsInTheListOfTheAuthorityAtOnce() {
		String before = get("/pki/ca.crl").headers().firstValue("ETag").orElseThrow();
		db.sql("""
				insert into documents.signing_key (kid, purpose, spki, serial, valid_from, valid_until)
				values ('invented', 'seal', 'invented', 4711, now() - interval '2 days', now() - interval '1 day') on conflict do nothing
				""").update();
		db.sql("update documents.signing_key set revoked_at = now(), revoked_reason = 4 where kid = 'invented'").update();
		assertThat(get("/pki/ca.crl", "If-None-Match", before).statusCode()).isEqualTo(200);
		assertThat(get("/.well-known/nafidha-keys.json").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> get(String path, String... headers) {
		return new Visitor(port).get(path, headers);
	}
}
