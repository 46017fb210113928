package org.nafidha.documents.paper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The file's own description of itself (XMP): PDF/A-2a and PDF/UA-1, title, author, dates. No personal data. */
final class Metadata {

	private Metadata() {
	}

	static byte[] xmp(String title, String author, Instant issuedAt) {
		String date = issuedAt.truncatedTo(ChronoUnit.SECONDS).toString();
		return ("""
				<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
				<x:xmpmeta xmlns:x="adobe:ns:meta/">
				<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
				<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
				 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
				<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
				<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
				<dc:creator><rdf:Seq><rdf:li>%2$s</rdf:li></rdf:Seq></dc:creator>
				<dc:language><rdf:Bag><rdf:li>ar</rdf:li></rdf:Bag></dc:language>
				<xmp:CreateDate>%3$s</xmp:CreateDate><xmp:ModifyDate>%3$s</xmp:ModifyDate><xmp:CreatorTool>Nafidha</xmp:CreatorTool>
				<pdf:Producer>Nafidha</pdf:Producer>
				</rdf:Description>
				<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
				 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
				<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
				<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
				<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
				<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
				<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
				<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
				</rdf:li></rdf:Seq></pdfaSchema:property>
				</rdf:li></rdf:Bag></pdfaExtension:schemas>
				</rdf:Description>
				</rdf:RDF>
				</x:xmpmeta>
				<?xpacket end="r"?>
				"""
				.formatted(escaped(title), escaped(author), date)).getBytes(StandardCharsets.UTF_8);
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
