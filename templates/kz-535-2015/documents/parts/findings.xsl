<?xml version="1.0" encoding="UTF-8"?>
<!-- What documents say of findings: their ground in the act, their place, what is wrong and how to mend it. The only
     file of these templates that knows how a report is built. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:r="urn:irikteu:report:1"
                exclude-result-prefixes="s f p d r">

  <!-- Parts of a dossier in the order in which findings are told. -->
  <xsl:variable name="p:parts">intake inventory application concept local_conclusion strategy road_map authorised_conclusion attachments documents dossier</xsl:variable>

  <!-- Of the finding in context: the clause of the Rules that asks for it. Where the report names an appendix only, it is
       the clause that makes that appendix a part of the application (clauses 6 and 7). Empty for the criteria. -->
  <xsl:template name="p:asked-by">
    <xsl:variable name="clause" select="normalize-space(@clause)"/>
    <xsl:variable name="appendix"><xsl:call-template name="p:appendix-of"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="starts-with($clause, 'criteria')"/>
      <xsl:when test="$clause and not(starts-with($clause, 'appendix'))"><xsl:value-of select="$clause"/></xsl:when>
      <xsl:when test="$appendix = '4'">7(1)</xsl:when>
      <xsl:when test="$appendix = '5'">7(2)</xsl:when>
      <xsl:when test="$appendix = '6'">7(3)</xsl:when>
      <xsl:when test="string($appendix)"><xsl:value-of select="concat('6(', $appendix, ')')"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The appendix's number: its own attribute, or out of "appendix 2, 7". -->
  <xsl:template name="p:appendix-of">
    <xsl:choose>
      <xsl:when test="normalize-space(@appendix)"><xsl:value-of select="normalize-space(@appendix)"/></xsl:when>
      <xsl:when test="starts-with(normalize-space(@clause), 'appendix ')">
        <xsl:value-of select="translate(substring(normalize-space(@clause), 10, 2), ',', '')"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="p:item-of">
    <xsl:choose>
      <xsl:when test="normalize-space(@item)"><xsl:value-of select="normalize-space(@item)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space(substring-after(@clause, ','))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The ground of the finding in context: 6-тармақтың 2) тармақшасы; 2-қосымша, 4-бөлімнің 2) тармақшасы. With
       rules true as it stands after "Қағидалардың": 6-тармағының 2) тармақшасы, … -->
  <xsl:template name="p:ground">
    <xsl:param name="rules" select="false()"/>
    <xsl:variable name="clause"><xsl:call-template name="p:asked-by"/></xsl:variable>
    <xsl:variable name="appendix"><xsl:call-template name="p:appendix-of"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="starts-with(normalize-space(@clause), 'criteria')">
        <xsl:variable name="point" select="normalize-space(substring-after(@clause, 'criteria'))"/>
        <xsl:value-of select="concat('Өлшемшарттардың ', substring-before($point, '.'), '-тармағының ', substring-after($point, '.'), ')&#160;тармақшасы')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="string($clause) and $rules">
            <xsl:text>Қағидалардың </xsl:text>
            <xsl:call-template name="p:clause-of-rules"><xsl:with-param name="clause" select="$clause"/></xsl:call-template>
          </xsl:when>
          <xsl:when test="string($clause)">
            <xsl:call-template name="p:clause"><xsl:with-param name="clause" select="$clause"/></xsl:call-template>
          </xsl:when>
        </xsl:choose>
        <xsl:if test="string($appendix)">
          <xsl:choose>
            <xsl:when test="$rules">, </xsl:when>
            <xsl:otherwise>; </xsl:otherwise>
          </xsl:choose>
          <xsl:call-template name="p:item">
            <xsl:with-param name="appendix" select="$appendix"/>
            <xsl:with-param name="item"><xsl:call-template name="p:item-of"/></xsl:with-param>
          </xsl:call-template>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where in what was handed in: the file, the headings above, the place in it. -->
  <xsl:template name="p:place">
    <xsl:call-template name="s:join">
      <xsl:with-param name="a" select="@file"/>
      <xsl:with-param name="b" select="r:headings"/>
      <xsl:with-param name="c" select="@place"/>
    </xsl:call-template>
  </xsl:template>

  <!-- How to mend it, in Kazakh; empty where the report does not say. -->
  <xsl:template name="p:remedy">
    <xsl:value-of select="normalize-space(r:remedy[lang('kk')][1])"/>
  </xsl:template>

  <!-- What is wrong, in Kazakh. -->
  <xsl:template name="p:said">
    <xsl:value-of select="normalize-space(r:message[lang('kk')][1])"/>
  </xsl:template>

  <!-- A reason in one line of a cell, without a full stop: what, and in brackets by which norm. Where the message ends in
       brackets that name the appendix, the norm takes their place. -->
  <xsl:template name="p:short-reason">
    <xsl:variable name="said"><xsl:call-template name="p:said"/></xsl:variable>
    <xsl:variable name="ground"><xsl:call-template name="p:ground"/></xsl:variable>
    <xsl:variable name="appendix"><xsl:call-template name="p:appendix-of"/></xsl:variable>
    <xsl:variable name="bracket" select="concat(' (', $appendix, '-қосымша')"/>
    <!-- The last parenthesis of the message, where it opens with the appendix: "(2-қосымша, 5-бөлімнің 4) тармақшасы)". -->
    <xsl:variable name="tail" select="substring-after($said, $bracket)"/>
    <xsl:variable name="end" select="substring($tail, string-length($tail) - 1 + (substring($tail, string-length($tail)) = ')'), 1)"/>
    <xsl:choose>
      <xsl:when test="string($appendix) and $end = ')' and not(contains($tail, '('))">
        <xsl:value-of select="substring-before($said, $bracket)"/>
      </xsl:when>
      <xsl:when test="substring($said, string-length($said)) = '.'"><xsl:value-of select="substring($said, 1, string-length($said) - 1)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$said"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="string($ground)"><xsl:value-of select="concat(' (', $ground, ')')"/></xsl:if>
  </xsl:template>

  <!-- Table of findings grouped by document. -->
  <xsl:template name="p:findings-table">
    <xsl:param name="findings"/>
    <xsl:variable name="remedies" select="boolean($findings/r:remedy)"/>
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="37mm"/>
      <fo:table-column column-width="32mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <xsl:if test="$remedies"><fo:table-column column-width="proportional-column-width(1)"/></xsl:if>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Қағидалардың нормасы</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Орны</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Не анықталды</xsl:with-param></xsl:call-template>
          <xsl:if test="$remedies">
            <xsl:call-template name="s:th"><xsl:with-param name="text">Түзету жолы</xsl:with-param></xsl:call-template>
          </xsl:if>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:call-template name="p:findings-by-part">
          <xsl:with-param name="findings" select="$findings"/>
          <xsl:with-param name="remedies" select="$remedies"/>
        </xsl:call-template>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="p:findings-by-part">
    <xsl:param name="findings"/>
    <xsl:param name="remedies"/>
    <xsl:param name="parts" select="concat($p:parts, ' ')"/>
    <xsl:param name="before" select="0"/>
    <xsl:choose>
      <xsl:when test="contains($parts, ' ')">
        <xsl:variable name="part" select="substring-before($parts, ' ')"/>
        <xsl:variable name="here" select="$findings[@document = $part]"/>
        <xsl:call-template name="p:findings-group">
          <xsl:with-param name="findings" select="$here"/>
          <xsl:with-param name="part" select="$part"/>
          <xsl:with-param name="before" select="$before"/>
          <xsl:with-param name="remedies" select="$remedies"/>
        </xsl:call-template>
        <xsl:call-template name="p:findings-by-part">
          <xsl:with-param name="findings" select="$findings"/>
          <xsl:with-param name="parts" select="substring-after($parts, ' ')"/>
          <xsl:with-param name="before" select="$before + count($here)"/>
          <xsl:with-param name="remedies" select="$remedies"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="p:findings-group">
          <xsl:with-param name="findings" select="$findings[not(contains(concat(' ', $p:parts, ' '), concat(' ', @document, ' ')))]"/>
          <xsl:with-param name="part" select="'dossier'"/>
          <xsl:with-param name="before" select="$before"/>
          <xsl:with-param name="remedies" select="$remedies"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="p:findings-group">
    <xsl:param name="findings"/>
    <xsl:param name="part"/>
    <xsl:param name="before"/>
    <xsl:param name="remedies"/>
    <xsl:if test="$findings">
      <fo:table-row xsl:use-attribute-sets="s:row" keep-with-next.within-page="always">
        <fo:table-cell xsl:use-attribute-sets="s:cell" number-columns-spanned="{4 + number($remedies)}" ir:role="TH" ir:scope="row">
          <fo:block font-weight="bold">
            <xsl:call-template name="p:document-kind"><xsl:with-param name="kind" select="$part"/></xsl:call-template>
          </fo:block>
        </fo:table-cell>
      </fo:table-row>
      <xsl:for-each select="$findings">
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:td">
            <xsl:with-param name="text" select="$before + position()"/>
            <xsl:with-param name="align" select="'center'"/>
          </xsl:call-template>
          <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:call-template name="p:ground"/></xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:call-template name="p:place"/></xsl:with-param></xsl:call-template>
          <fo:table-cell xsl:use-attribute-sets="s:cell">
            <fo:block><xsl:call-template name="p:said"/></fo:block>
            <xsl:if test="normalize-space(r:quotation) and not(contains(r:headings, normalize-space(r:quotation)))">
              <fo:block space-before="2pt" font-style="italic"><xsl:value-of select="concat('«', normalize-space(r:quotation), '»')"/></fo:block>
            </xsl:if>
          </fo:table-cell>
          <xsl:if test="$remedies">
            <xsl:call-template name="s:td">
              <xsl:with-param name="text"><xsl:call-template name="p:remedy"/></xsl:with-param>
            </xsl:call-template>
          </xsl:if>
        </fo:table-row>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:key name="p:weighed" match="/d:document/r:report/r:severities/r:severity" use="@rule"/>
  <xsl:key name="p:read" match="/d:document/r:report/r:readings/r:setting[@default]" use="@id"/>

  <!-- Where the competition reads the act otherwise than by default, and where the organisation weighs faults otherwise than the
       act and that touched a report: which, why, who, when. Each is said once, however many reports have it. -->
  <xsl:template name="p:judged-otherwise">
    <xsl:param name="reports"/>
    <xsl:variable name="read" select="$reports/r:readings/r:setting[@default][generate-id() = generate-id(key('p:read', @id)[1])]"/>
    <xsl:if test="$read">
      <fo:block xsl:use-attribute-sets="s:paragraph">
        <xsl:text>Актінің екіұшты тұстары бұл конкурста былай түсіндірілді: </xsl:text>
        <xsl:for-each select="$read">
          <xsl:value-of select="concat(@id, '&#160;– ', @value, ' (әдепкі түсіндірмесі: ', @default, ')', substring('; .', 1 + 2 * (position() = last()), 2 - (position() = last())))"/>
        </xsl:for-each>
      </fo:block>
    </xsl:if>
    <xsl:variable name="weighed" select="$reports/r:severities/r:severity[generate-id() = generate-id(key('p:weighed', @rule)[1])]"/>
    <xsl:if test="$weighed">
      <fo:block xsl:use-attribute-sets="s:paragraph">
        <xsl:value-of select="concat('Мына тексерулердің маңыздылығын «', $weighed[1]/../@organisation, '» өз шешімімен өзгерткен:')"/>
      </fo:block>
      <xsl:for-each select="$weighed">
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:value-of select="concat('«', @rule, '» ережесі бойынша анықталғандар ')"/>
          <xsl:choose>
            <xsl:when test="@is = 'error'">сәйкессіздік</xsl:when>
            <xsl:when test="@is = 'warning'">ескерту</xsl:when>
            <xsl:otherwise>мәлімет</xsl:otherwise>
          </xsl:choose>
          <xsl:value-of select="concat(' деп саналды. Себебі: ', normalize-space(.), substring('.', 1, 1 * (substring(normalize-space(.), string-length(normalize-space(.))) != '.')), ' Шешкен: ', @author, ', ', f:date(@date), '.')"/>
        </fo:block>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
