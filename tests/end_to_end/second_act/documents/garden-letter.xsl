<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:ir="urn:irikteu:fo:1" xmlns:d="urn:irikteu:document:1" xmlns:o="urn:irikteu:dossier:1" exclude-result-prefixes="d o">
  <xsl:template match="/d:document">
    <fo:root font-family="Liberation Serif" font-size="12pt" xml:lang="kk">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="sheet" page-width="210mm" page-height="297mm" margin-top="20mm" margin-bottom="20mm" margin-left="20mm" margin-right="20mm">
          <fo:region-body/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <fo:declarations><ir:document title="Бақ хаты" author="Бақ кеңесі" subject="Бақ" language="kk" date="{@clock}"/></fo:declarations>
      <fo:page-sequence master-reference="sheet">
        <fo:flow flow-name="xsl-region-body">
          <fo:block>Бақ: <xsl:value-of select="o:dossier/o:application/o:cluster_name"/></fo:block>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>
</xsl:stylesheet>
