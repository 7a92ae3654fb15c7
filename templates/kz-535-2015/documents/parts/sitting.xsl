<?xml version="1.0" encoding="UTF-8"?>
<!-- What every protocol has: date, number and place, the people who sat, the people who sign. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1"
                exclude-result-prefixes="s f p d c">

  <!-- The sitting of the data, or the one that the competition names. -->
  <xsl:variable name="p:sitting" select="/d:document/d:sitting"/>
  <xsl:variable name="p:members" select="$p:sitting/d:member | /d:document[not(d:sitting)]/c:competition/c:commission/c:member"/>
  <xsl:variable name="p:here" select="$p:members[not(@present = 'false' or @present = '0')]"/>
  <xsl:variable name="p:absent" select="$p:members[@present = 'false' or @present = '0']"/>
  <xsl:variable name="p:recused" select="$p:here[@recused = 'true' or @recused = '1']"/>
  <xsl:variable name="p:present" select="$p:here[not(@recused = 'true' or @recused = '1')]"/>
  <!-- The chair, or the deputy in the chair's absence. -->
  <xsl:variable name="p:presiding" select="($p:present[@role = 'chair'] | $p:present[@role = 'deputy'][not($p:present[@role = 'chair'])])[1]"/>
  <xsl:variable name="p:secretary" select="$p:present[@role = 'secretary'][1]"/>
  <xsl:variable name="p:others" select="$p:present[generate-id() != generate-id($p:presiding) and generate-id() != generate-id($p:secretary)]"/>
  <xsl:variable name="p:day-of-sitting" select="($p:sitting | /d:document[not(d:sitting)]/c:competition/c:protocol)/@date"/>

  <!-- A whole protocol, or another paper of a sitting. title: for the metadata; form: for the footer; type: in capitals; subject,
       agenda: texts; heard, decided: blocks. -->
  <xsl:template name="p:protocol">
    <xsl:param name="title"/>
    <xsl:param name="form"/>
    <xsl:param name="type">ХАТТАМА</xsl:param>
    <xsl:param name="subject"/>
    <xsl:param name="agenda"/>
    <xsl:param name="heard"/>
    <xsl:param name="decided"/>
    <xsl:call-template name="p:refuse-contradictions"/>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">
        <xsl:value-of select="$title"/>
        <xsl:if test="/d:document/@number"><xsl:value-of select="concat(' №&#160;', /d:document/@number)"/></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="author" select="($p:sitting/d:organisation | $p:organiser[not($p:sitting)]/c:name)[1]"/>
      <xsl:with-param name="subject" select="$p:competition/c:title"/>
      <xsl:with-param name="date" select="/d:document/@clock"/>
      <xsl:with-param name="form"><xsl:call-template name="p:footer"><xsl:with-param name="form" select="$form"/></xsl:call-template></xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="p:letterhead-of-the-sitting"/>
        <fo:block xsl:use-attribute-sets="s:type"><xsl:value-of select="$type"/></fo:block>
        <xsl:call-template name="p:date-number-place"/>
        <fo:block xsl:use-attribute-sets="s:subject"><xsl:value-of select="$subject"/></fo:block>
        <xsl:call-template name="p:those-who-sat"/>
        <fo:block xsl:use-attribute-sets="s:heading" text-align="center">КҮН ТӘРТІБІ</fo:block>
        <xsl:call-template name="p:agenda"><xsl:with-param name="first" select="$agenda"/></xsl:call-template>
        <fo:block xsl:use-attribute-sets="s:heading" text-align="center">ТЫҢДАЛДЫ</fo:block>
        <xsl:copy-of select="$heard"/>
        <xsl:call-template name="p:speeches"/>
        <fo:block xsl:use-attribute-sets="s:heading" text-align="center">ШЕШІМ ҚАБЫЛДАНДЫ</fo:block>
        <xsl:copy-of select="$decided"/>
        <xsl:call-template name="p:vote"/>
        <xsl:call-template name="p:annexes-of-the-sitting"/>
        <xsl:call-template name="p:signatures-of-the-sitting"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Nobody signs a protocol by which more voted than sat, or one speaks who was not there. -->
  <xsl:template name="p:refuse-contradictions">
    <xsl:for-each select="$p:members[1][not($p:present)]">
      <xsl:message terminate="yes">every member is said to be absent or to have withdrawn: nobody sat</xsl:message>
    </xsl:for-each>
    <xsl:for-each select="/d:document/d:vote[@for + @against + @abstained &gt; count($p:present)]">
      <xsl:message terminate="yes"><xsl:value-of select="concat('the vote counts ', @for + @against + @abstained, ' votes, but only ', count($p:present), ' members sat and had not withdrawn')"/></xsl:message>
    </xsl:for-each>
    <xsl:for-each select="/d:document/d:opinion[not(normalize-space(@member) = $p:here/*[self::c:name or self::d:name])]">
      <xsl:message terminate="yes"><xsl:value-of select="concat('a separate opinion is of ', normalize-space(@member), ', who is no member that was present')"/></xsl:message>
    </xsl:for-each>
    <xsl:for-each select="/d:document/d:speech[normalize-space(@speaker) = $p:absent/*[self::c:name or self::d:name]]">
      <xsl:message terminate="yes"><xsl:value-of select="concat(normalize-space(@speaker), ' spoke, but is said to be absent')"/></xsl:message>
    </xsl:for-each>
  </xsl:template>

  <!-- The document's own item, then those of the data; numbered where there are several. -->
  <xsl:template name="p:agenda">
    <xsl:param name="first"/>
    <xsl:variable name="more" select="/d:document/d:agenda"/>
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:if test="$more">1. </xsl:if>
      <xsl:value-of select="$first"/>
    </fo:block>
    <xsl:for-each select="$more">
      <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:value-of select="concat(position() + 1, '. ', normalize-space())"/></fo:block>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="p:speeches">
    <xsl:if test="/d:document/d:speech">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">Сөз сөйлегендер:</fo:block>
      <xsl:for-each select="/d:document/d:speech">
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:call-template name="s:person"><xsl:with-param name="name" select="@speaker"/></xsl:call-template>
          <xsl:value-of select="concat('&#160;– ', normalize-space())"/>
        </fo:block>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="p:annexes-of-the-sitting">
    <xsl:for-each select="/d:document/d:annex">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always">
        <xsl:if test="last() &lt;= 4"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
        <xsl:if test="position() = 1">Қосымша: </xsl:if>
        <xsl:if test="last() &gt; 1"><xsl:value-of select="concat(position(), ')&#160;')"/></xsl:if>
        <xsl:value-of select="normalize-space()"/>
        <xsl:if test="@sheets">
          <xsl:text>, </xsl:text>
          <xsl:call-template name="p:count"><xsl:with-param name="n" select="@sheets"/></xsl:call-template>
          <xsl:text> парақта</xsl:text>
        </xsl:if>
        <xsl:if test="@copies">
          <xsl:text>, </xsl:text>
          <xsl:call-template name="p:count"><xsl:with-param name="n" select="@copies"/></xsl:call-template>
          <xsl:text> данада</xsl:text>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="position() = last()">.</xsl:when>
          <xsl:otherwise>;</xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- Letterhead of the body that sat. -->
  <xsl:template name="p:letterhead-of-the-sitting">
    <xsl:choose>
      <xsl:when test="$p:sitting and normalize-space($p:sitting/d:organisation) != normalize-space($p:organiser/c:name)">
        <xsl:call-template name="s:letterhead">
          <xsl:with-param name="name" select="$p:sitting/d:organisation"/>
          <xsl:with-param name="unit" select="$p:sitting/d:unit"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="p:letterhead">
          <xsl:with-param name="unit" select="$p:sitting/d:unit | /d:document[not(d:sitting)]/c:competition/c:protocol/c:unit"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The day of the sitting at the left, the number in the middle, the place at the right. -->
  <xsl:template name="p:date-number-place">
    <fo:block ir:role="P" text-align="justify" text-align-last="justify" space-after="8pt"
              keep-with-next.within-page="always">
      <xsl:value-of select="f:date($p:day-of-sitting)"/>
      <xsl:text> </xsl:text>
      <fo:leader leader-pattern="space"/>
      <xsl:text> №&#160;</xsl:text>
      <xsl:call-template name="s:later">
        <xsl:with-param name="value">
          <xsl:choose>
            <xsl:when test="/d:document/@number"><xsl:value-of select="/d:document/@number"/></xsl:when>
            <xsl:when test="not($p:sitting)"><xsl:value-of select="$p:competition/c:protocol/@number"/></xsl:when>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="field">number</xsl:with-param>
        <xsl:with-param name="tooltip">Тіркеу нөмірі</xsl:with-param>
      </xsl:call-template>
      <xsl:text> </xsl:text>
      <fo:leader leader-pattern="space"/>
      <xsl:text> </xsl:text>
      <xsl:value-of select="normalize-space($p:sitting/d:place | /d:document[not(d:sitting)]/c:competition/c:protocol/c:place)"/>
    </fo:block>
  </xsl:template>

  <!-- Chair, secretary, those present and those absent, each with the position. -->
  <xsl:template name="p:those-who-sat">
    <fo:list-block provisional-distance-between-starts="44mm" provisional-label-separation="3mm" space-after="6pt">
      <xsl:call-template name="p:people">
        <xsl:with-param name="label">
          <xsl:choose>
            <xsl:when test="$p:presiding/@role = 'deputy'">Төрағалық етуші:</xsl:when>
            <xsl:otherwise>Төраға:</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="people" select="$p:presiding"/>
        <xsl:with-param name="blank" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="p:people">
        <xsl:with-param name="label">Хатшы:</xsl:with-param>
        <xsl:with-param name="people" select="$p:secretary"/>
        <xsl:with-param name="blank" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="p:people">
        <xsl:with-param name="label">Қатысқандар:</xsl:with-param>
        <xsl:with-param name="people" select="$p:others"/>
      </xsl:call-template>
      <xsl:call-template name="p:people">
        <xsl:with-param name="label">Өздігінен бас тартқандар:</xsl:with-param>
        <xsl:with-param name="people" select="$p:recused"/>
      </xsl:call-template>
      <xsl:call-template name="p:people">
        <xsl:with-param name="label">Қатыспағандар:</xsl:with-param>
        <xsl:with-param name="people" select="$p:absent"/>
      </xsl:call-template>
    </fo:list-block>
  </xsl:template>

  <!-- One label with its people; nothing where there are none, unless a blank is to be left. -->
  <xsl:template name="p:people">
    <xsl:param name="label"/>
    <xsl:param name="people"/>
    <xsl:param name="blank" select="false()"/>
    <xsl:if test="$people or $blank">
      <fo:list-item space-after="3pt">
        <fo:list-item-label end-indent="label-end()"><fo:block><xsl:value-of select="$label"/></fo:block></fo:list-item-label>
        <fo:list-item-body start-indent="body-start()">
          <xsl:for-each select="$people">
            <fo:block keep-together.within-page="always">
              <xsl:call-template name="s:person"><xsl:with-param name="name" select="c:name | d:name"/></xsl:call-template>
              <xsl:if test="normalize-space(c:position | d:position)"><xsl:value-of select="concat('&#160;– ', normalize-space(c:position | d:position))"/></xsl:if>
              <xsl:choose>
                <xsl:when test="position() = last()">.</xsl:when>
                <xsl:otherwise>;</xsl:otherwise>
              </xsl:choose>
            </fo:block>
          </xsl:for-each>
          <xsl:if test="not($people)"><fo:block>________________________</fo:block></xsl:if>
        </fo:list-item-body>
      </fo:list-item>
    </xsl:if>
  </xsl:template>

  <!-- The vote, with room for it where the data have none; who withdrew; the separate opinions. The signatures take the last of these along to their
       page, not all of them. -->
  <xsl:template name="p:vote">
    <xsl:for-each select="/d:document/d:vote">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always">
        <xsl:text>Дауыс беру нәтижесі</xsl:text>
        <xsl:if test="@on"><xsl:value-of select="concat(' (өтінімнің тіркеу нөмірі&#160;– ', normalize-space(@on), ')')"/></xsl:if>
        <xsl:text>: жақтап&#160;–&#160;</xsl:text>
        <xsl:call-template name="p:count"><xsl:with-param name="n" select="@for"/></xsl:call-template>
        <xsl:text>, қарсы&#160;–&#160;</xsl:text>
        <xsl:call-template name="p:count"><xsl:with-param name="n" select="@against"/></xsl:call-template>
        <xsl:text>, қалыс қалғандар&#160;–&#160;</xsl:text>
        <xsl:call-template name="p:count"><xsl:with-param name="n" select="@abstained"/></xsl:call-template>
        <xsl:text>.</xsl:text>
      </fo:block>
    </xsl:for-each>
    <xsl:if test="not(/d:document/d:vote)">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always">
        <xsl:text>Дауыс беру нәтижесі: жақтап&#160;–&#160;</xsl:text>
        <xsl:call-template name="s:later"><xsl:with-param name="field">vote-for</xsl:with-param><xsl:with-param name="tooltip">Жақтап берілген дауыстар саны</xsl:with-param><xsl:with-param name="width" select="12"/></xsl:call-template>
        <xsl:text>, қарсы&#160;–&#160;</xsl:text>
        <xsl:call-template name="s:later"><xsl:with-param name="field">vote-against</xsl:with-param><xsl:with-param name="tooltip">Қарсы берілген дауыстар саны</xsl:with-param><xsl:with-param name="width" select="12"/></xsl:call-template>
        <xsl:text>, қалыс қалғандар&#160;–&#160;</xsl:text>
        <xsl:call-template name="s:later"><xsl:with-param name="field">vote-abstained</xsl:with-param><xsl:with-param name="tooltip">Қалыс қалғандар саны</xsl:with-param><xsl:with-param name="width" select="12"/></xsl:call-template>
        <xsl:text>.</xsl:text>
      </fo:block>
    </xsl:if>
    <xsl:if test="$p:recused">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always">Өздігінен бас тартқандар дауыс беруге қатыспады.</fo:block>
    </xsl:if>
    <xsl:for-each select="/d:document/d:opinion">
      <fo:block xsl:use-attribute-sets="s:paragraph">
        <xsl:value-of select="concat('Ерекше пікір (', normalize-space(@member), '): ', normalize-space())"/>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- Everybody present who has not withdrawn signs: who presided first, the secretary last. -->
  <xsl:template name="p:signatures-of-the-sitting">
    <xsl:variable name="count" select="count($p:present) + number(not($p:presiding)) + number(not($p:secretary))"/>
    <xsl:call-template name="s:signatures">
      <xsl:with-param name="count" select="$count"/>
      <xsl:with-param name="rows">
        <xsl:call-template name="p:signs">
          <xsl:with-param name="as">
            <xsl:choose>
              <xsl:when test="$p:presiding/@role = 'deputy'">Төрағалық етуші</xsl:when>
              <xsl:otherwise>Төраға</xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="who" select="$p:presiding"/>
          <xsl:with-param name="field">chair</xsl:with-param>
          <xsl:with-param name="number" select="1"/>
          <xsl:with-param name="count" select="$count"/>
        </xsl:call-template>
        <xsl:for-each select="$p:others">
          <xsl:call-template name="p:signs">
            <xsl:with-param name="as">
              <xsl:choose>
                <xsl:when test="@role = 'deputy'">Төрағаның орынбасары</xsl:when>
                <xsl:when test="@role = 'secretary'">Хатшы</xsl:when>
                <xsl:otherwise>Мүше</xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
            <xsl:with-param name="who" select="."/>
            <xsl:with-param name="field" select="concat('member-', position())"/>
            <xsl:with-param name="number" select="position() + 1"/>
            <xsl:with-param name="count" select="$count"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:call-template name="p:signs">
          <xsl:with-param name="as">Хатшы</xsl:with-param>
          <xsl:with-param name="who" select="$p:secretary"/>
          <xsl:with-param name="field">secretary</xsl:with-param>
          <xsl:with-param name="number" select="$count"/>
          <xsl:with-param name="count" select="$count"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="p:signs">
    <xsl:param name="as"/>
    <xsl:param name="who"/>
    <xsl:param name="field"/>
    <xsl:param name="number"/>
    <xsl:param name="count"/>
    <xsl:call-template name="s:signatory">
      <xsl:with-param name="position" select="$as"/>
      <xsl:with-param name="name">
        <xsl:call-template name="s:blank"><xsl:with-param name="value" select="($who/c:name | $who/d:name)"/><xsl:with-param name="underscores">____________________</xsl:with-param></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="field" select="$field"/>
      <xsl:with-param name="tooltip"><xsl:value-of select="$as"/><xsl:if test="normalize-space($who/c:name | $who/d:name)"><xsl:value-of select="concat(': ', $who/c:name | $who/d:name)"/></xsl:if></xsl:with-param>
      <xsl:with-param name="number" select="$number"/>
      <xsl:with-param name="count" select="$count"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
