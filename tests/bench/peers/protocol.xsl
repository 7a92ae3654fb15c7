<?xml version="1.0" encoding="UTF-8"?>
<!-- The protocol that the comparison with other programs renders: a heading, two paragraphs, a table that goes on over pages, signatures. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1">
  <xsl:template match="/protocol">
    <fo:root font-family="serif" font-size="10pt" xml:lang="kk">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="page" page-width="210mm" page-height="297mm" margin="15mm 15mm 15mm 20mm">
          <fo:region-body margin-bottom="10mm"/>
          <fo:region-after extent="6mm"/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <fo:declarations><ir:document title="Хаттама № {@number}" language="kk" date="{@date}T18:00:00+06:00"/></fo:declarations>
      <fo:page-sequence master-reference="page">
        <fo:static-content flow-name="xsl-region-after"><fo:block text-align="center" font-size="8pt">Хаттама № <xsl:value-of select="@number"/> · <fo:page-number/></fo:block></fo:static-content>
        <fo:flow flow-name="xsl-region-body">
          <fo:block ir:role="H1" font-size="14pt" font-weight="bold" text-align="center" space-after="8pt">Хаттама № <xsl:value-of select="@number"/></fo:block>
          <fo:block text-align="justify" space-after="6pt"><xsl:value-of select="@organisation"/> аумақтық кластерлерді конкурстық іріктеудің бірінші кезеңіне түскен өтінімдерді қарап, олардың Қағидаларға сәйкестігін анықтады.</fo:block>
          <fo:table table-layout="fixed" width="100%" border-collapse="collapse" font-size="9pt">
            <fo:table-column column-width="12mm"/>
            <fo:table-column column-width="proportional-column-width(3)"/>
            <fo:table-column column-width="proportional-column-width(3)"/>
            <fo:table-column column-width="proportional-column-width(3)"/>
            <fo:table-column column-width="20mm"/>
            <fo:table-column column-width="12mm"/>
            <fo:table-column column-width="22mm"/>
            <fo:table-header>
              <fo:table-row font-weight="bold" text-align="center">
                <xsl:call-template name="cell"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
                <xsl:call-template name="cell"><xsl:with-param name="text">Кластер</xsl:with-param></xsl:call-template>
                <xsl:call-template name="cell"><xsl:with-param name="text">Өтініш беруші</xsl:with-param></xsl:call-template>
                <xsl:call-template name="cell"><xsl:with-param name="text">Мекенжайы</xsl:with-param></xsl:call-template>
                <xsl:call-template name="cell"><xsl:with-param name="text">Күні</xsl:with-param></xsl:call-template>
                <xsl:call-template name="cell"><xsl:with-param name="text">Балл</xsl:with-param></xsl:call-template>
                <xsl:call-template name="cell"><xsl:with-param name="text">Қорытынды</xsl:with-param></xsl:call-template>
              </fo:table-row>
            </fo:table-header>
            <fo:table-body>
              <xsl:for-each select="row">
                <fo:table-row keep-together.within-page="always">
                  <xsl:for-each select="@*">
                    <xsl:call-template name="cell"><xsl:with-param name="text" select="."/></xsl:call-template>
                  </xsl:for-each>
                </fo:table-row>
              </xsl:for-each>
            </fo:table-body>
          </fo:table>
          <fo:block space-before="12pt" keep-together.within-page="always">Төраға ____________________ Хатшы ____________________</fo:block>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="cell">
    <xsl:param name="text"/>
    <fo:table-cell border="0.5pt solid black" padding="2pt"><fo:block><xsl:value-of select="$text"/></fo:block></fo:table-cell>
  </xsl:template>
</xsl:stylesheet>
