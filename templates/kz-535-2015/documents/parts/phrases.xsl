<?xml version="1.0" encoding="UTF-8"?>
<!-- Turns of phrase that the documents of this act share. Whoever knows the law and Kazakh may change them here. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                xmlns:r="urn:irikteu:report:1" exclude-result-prefixes="s f p d c o r">
  <xsl:import href="../../../style/house.xsl"/>

  <!-- The act in the genitive, as it is cited at its first mention. -->
  <xsl:variable name="p:rules-of-the-act">Қазақстан Республикасы Үкіметінің 2015&#160;жылғы 16&#160;шілдедегі №&#160;535 қаулысымен бекітілген Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларының (бұдан әрі&#160;– Қағидалар)</xsl:variable>
  <xsl:variable name="p:act">ҚР Үкіметінің 16.07.2015 №&#160;535 қаулысы</xsl:variable>

  <!-- The programme of clause 17 in the genitive, as it is cited at its first mention. -->
  <xsl:variable name="p:programme">Қазақстан Республикасы Үкіметінің 2014&#160;жылғы 28&#160;маусымдағы №&#160;728 қаулысымен бекітілген Өңірлерді дамытудың 2020&#160;жылға дейінгі бағдарламасына</xsl:variable>

  <xsl:variable name="p:competition" select="/d:document/c:competition"/>
  <xsl:variable name="p:organiser" select="$p:competition/c:organiser"/>

  <!-- Refuses data that lack a part without which the document would say nothing. -->
  <xsl:template name="p:require">
    <xsl:param name="part"/>
    <xsl:param name="nodes" select="/.."/>
    <xsl:if test="not($nodes)">
      <xsl:message terminate="yes"><xsl:value-of select="concat('a document of kind ', /d:document/@kind, ' needs the part ', $part)"/></xsl:message>
    </xsl:if>
  </xsl:template>

  <!-- A body's name in a case, where its last word is a head word that we know how to inflect; the name as it is otherwise.
       A free name is never inflected. -->
  <xsl:template name="p:body-in-case">
    <xsl:param name="name"/>
    <xsl:param name="case"/>
    <xsl:variable name="n" select="normalize-space($name)"/>
    <xsl:variable name="last"><xsl:call-template name="p:last-word"><xsl:with-param name="text" select="$n"/></xsl:call-template></xsl:variable>
    <xsl:variable name="before" select="substring($n, 1, string-length($n) - string-length($last))"/>
    <xsl:choose>
      <xsl:when test="contains($p:owned-heads, concat(' ', $last, ' '))"><xsl:value-of select="concat($before, f:case($last, $case, 'possessive'))"/></xsl:when>
      <xsl:when test="contains($p:plain-heads, concat(' ', $last, ' '))"><xsl:value-of select="concat($before, f:case($last, $case))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$n"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Head words that carry a possessive ending, and those that do not. -->
  <xsl:variable name="p:owned-heads"> министрлігі комитеті комиссиясы агенттігі әкімдігі әкімі басқармасы департаменті палатасы корпорациясы компаниясы институты кеңесі орталығы мекемесі қоры ұйымы одағы қауымдастығы бірлестігі серіктестігі қоғамы университеті кәсіпорны органы аппараты </xsl:variable>
  <xsl:variable name="p:plain-heads"> комиссия министрлік комитет агенттік орган палата институт кеңес қауымдастық корпорация компания </xsl:variable>

  <xsl:template name="p:last-word">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, ' ')"><xsl:call-template name="p:last-word"><xsl:with-param name="text" select="substring-after($text, ' ')"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The edition of the act: as the data say, or by which the reports were made. -->
  <xsl:variable name="p:edition" select="(/d:document/@edition | /d:document[not(@edition)]/r:report/@edition)[1]"/>

  <!-- Footer: the form, the act, its edition. -->
  <xsl:template name="p:footer">
    <xsl:param name="form"/>
    <xsl:value-of select="concat($form, ' · ', $p:act)"/>
    <xsl:if test="string($p:edition)">
      <xsl:value-of select="concat(', ', f:date-attributive($p:edition), ' редакциясы')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="p:letterhead">
    <xsl:param name="unit"/>
    <xsl:call-template name="s:letterhead">
      <xsl:with-param name="name" select="$p:organiser/c:name"/>
      <xsl:with-param name="unit" select="$unit"/>
      <xsl:with-param name="address" select="$p:organiser/c:address"/>
      <xsl:with-param name="phone" select="$p:organiser/c:phone"/>
      <xsl:with-param name="email" select="$p:organiser/c:email"/>
      <xsl:with-param name="site" select="$p:organiser/c:site"/>
    </xsl:call-template>
  </xsl:template>

  <!-- "20__ жылғы «___» _______" as fields: name-year, name-day, name-month; of: what the date is of, in the genitive. -->
  <xsl:template name="p:date-fields">
    <xsl:param name="name"/>
    <xsl:param name="of"/>
    <xsl:param name="month-width" select="28"/>
    <xsl:text>20</xsl:text>
    <xsl:call-template name="s:later"><xsl:with-param name="field" select="concat($name, '-year')"/><xsl:with-param name="tooltip" select="concat($of, ' жылы')"/><xsl:with-param name="width" select="9"/></xsl:call-template>
    <xsl:text>&#160;жылғы «</xsl:text>
    <xsl:call-template name="s:later"><xsl:with-param name="field" select="concat($name, '-day')"/><xsl:with-param name="tooltip" select="concat($of, ' күні')"/><xsl:with-param name="width" select="9"/></xsl:call-template>
    <xsl:text>»&#160;</xsl:text>
    <xsl:call-template name="s:later"><xsl:with-param name="field" select="concat($name, '-month')"/><xsl:with-param name="tooltip" select="concat($of, ' айы')"/><xsl:with-param name="width" select="$month-width"/></xsl:call-template>
  </xsl:template>

  <!-- Date at the left, number at the right; a field where the number is given later. suffix: of the field's name, where the
       document stands twice. -->
  <xsl:template name="p:date-and-number">
    <xsl:param name="suffix"/>
    <fo:block ir:role="P" text-align="justify" text-align-last="justify" space-after="8pt"
              keep-with-next.within-page="always">
      <xsl:value-of select="f:date(/d:document/@date)"/>
      <xsl:text> </xsl:text>
      <fo:leader leader-pattern="space"/>
      <xsl:text> №&#160;</xsl:text>
      <xsl:call-template name="s:later">
        <xsl:with-param name="value" select="/d:document/@number"/>
        <xsl:with-param name="field" select="concat('number', $suffix)"/>
        <xsl:with-param name="tooltip">Тіркеу нөмірі</xsl:with-param>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <!-- "2015 жылғы 5 қазан, сағат 17:40" of a moment; the text as it is where it is none. -->
  <xsl:template name="p:moment">
    <xsl:param name="moment"/>
    <!-- As the clocks go where acceptance ends. -->
    <xsl:variable name="here" select="f:at($moment, $p:competition/c:acceptance/@until)"/>
    <xsl:choose>
      <xsl:when test="contains($moment, 'T')">
        <xsl:value-of select="concat(f:date(f:date-of($here)), ', сағат&#160;', f:time-of($here))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space($moment)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The end of a sentence that ends in a quotation, word for word: no second full stop. -->
  <xsl:template name="p:end-of-quotation">
    <xsl:param name="text"/>
    <xsl:variable name="t" select="normalize-space($text)"/>
    <xsl:text>»</xsl:text>
    <xsl:if test="substring($t, string-length($t)) != '.'">.</xsl:if>
  </xsl:template>

  <!-- "9 (тоғыз)" -->
  <xsl:template name="p:count">
    <xsl:param name="n"/>
    <xsl:value-of select="concat(f:grouped($n), '&#160;(', f:words($n), ')')"/>
  </xsl:template>

  <!-- A cluster's name as a noun phrase that stands in the nominative: «X» аумақтық кластері. A name that speaks of a
       cluster itself is left as it is: it is the applicant's own. -->
  <xsl:template name="p:cluster">
    <xsl:param name="name"/>
    <xsl:variable name="n" select="normalize-space($name)"/>
    <xsl:choose>
      <xsl:when test="not($n)">атауы көрсетілмеген аумақтық кластер</xsl:when>
      <xsl:when test="contains($n, 'кластер') or contains($n, 'Кластер') or contains($n, 'КЛАСТЕР')"><xsl:value-of select="$n"/></xsl:when>
      <xsl:when test="starts-with($n, '«')"><xsl:value-of select="concat($n, ' аумақтық кластері')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('«', $n, '» аумақтық кластері')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Kinds of participants, clauses 2(7) and 2(8); nothing of another, for which the act has no word. -->
  <xsl:template name="p:participant-kind">
    <xsl:param name="kind"/>
    <xsl:choose>
      <xsl:when test="$kind = 'regional-chamber'">өңірлік кәсіпкерлер палатасы</xsl:when>
      <xsl:when test="$kind = 'social-entrepreneurial-corporation'">әлеуметтік-кәсіпкерлік корпорация</xsl:when>
      <xsl:when test="$kind = 'special-zone-company'">арнайы экономикалық аймақтың басқарушы компаниясы</xsl:when>
      <xsl:when test="$kind = 'business-association'">бизнес-қауымдастық</xsl:when>
      <xsl:when test="$kind = 'stage-1-winner'">конкурстың бірінші кезеңінің жеңімпазы</xsl:when>
      <xsl:when test="$kind = 'cluster-association'">кластерлік қауымдастық</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Parts of a dossier. -->
  <xsl:template name="p:document-kind">
    <xsl:param name="kind"/>
    <xsl:choose>
      <xsl:when test="$kind = 'inventory'">Өтінім құрамына кіретін құжаттар тізбесі</xsl:when>
      <xsl:when test="$kind = 'application'">Конкурсқа қатысуға арналған өтінім</xsl:when>
      <xsl:when test="$kind = 'concept'">Аумақтық кластерді дамыту жөніндегі тұжырымдама</xsl:when>
      <xsl:when test="$kind = 'local_conclusion'">Жергілікті атқарушы органның қорытындысы</xsl:when>
      <xsl:when test="$kind = 'strategy'">Аумақтық кластерді дамыту стратегиясы</xsl:when>
      <xsl:when test="$kind = 'road_map'">Аумақтық кластерді дамытудың жол картасы</xsl:when>
      <xsl:when test="$kind = 'authorised_conclusion'">Уәкілетті органның қорытындысы</xsl:when>
      <xsl:when test="$kind = 'attachment' or $kind = 'attachments'">Қоса берілген құжаттар</xsl:when>
      <xsl:when test="$kind = 'intake'">Өтінімді қабылдау</xsl:when>
      <xsl:when test="$kind = 'dossier'">Тұтас өтінім</xsl:when>
      <xsl:when test="$kind = 'documents'">Ұсынылған файлдар</xsl:when>
      <xsl:when test="$kind = 'xml'">Өтінімнің құрылымдалған деректері (XML)</xsl:when>
      <xsl:otherwise>Түрі анықталмаған құжат</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A clause of the Rules in the nominative: "6(3)" or "6.3" is 6-тармақтың 3) тармақшасы, "11" is 11-тармақ. -->
  <xsl:template name="p:clause">
    <xsl:param name="clause"/>
    <xsl:variable name="flat" select="translate(normalize-space($clause), '(.)', '..')"/>
    <xsl:choose>
      <xsl:when test="contains($flat, '.')">
        <xsl:value-of select="concat(substring-before($flat, '.'), '-тармақтың ', substring-after($flat, '.'), ')&#160;тармақшасы')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($flat, '-тармақ')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The same after "Қағидалардың": 6-тармағының 3) тармақшасы, 11-тармағы. -->
  <xsl:template name="p:clause-of-rules">
    <xsl:param name="clause"/>
    <xsl:variable name="flat" select="translate(normalize-space($clause), '(.)', '..')"/>
    <xsl:choose>
      <xsl:when test="contains($flat, '.')">
        <xsl:value-of select="concat(substring-before($flat, '.'), '-тармағының ', substring-after($flat, '.'), ')&#160;тармақшасы')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($flat, '-тармағы')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An item of an appendix: ("2", "4.3") is 2-қосымша, 4-бөлімнің 3) тармақшасы; ("2", "4.2.b") the 2nd unnumbered line
       below it. Of an id that goes on with names of fields only the section is told. -->
  <xsl:template name="p:item">
    <xsl:param name="appendix"/>
    <xsl:param name="item"/>
    <xsl:variable name="parts" select="concat(normalize-space($item), '...')"/>
    <xsl:variable name="section" select="substring-before($parts, '.')"/>
    <xsl:variable name="second" select="substring-before(substring-after($parts, '.'), '.')"/>
    <xsl:variable name="third" select="substring-before(substring-after(substring-after($parts, '.'), '.'), '.')"/>
    <xsl:variable name="line" select="translate($third, 'abcdefgh', '12345678')"/>
    <xsl:value-of select="concat($appendix, '-қосымша')"/>
    <xsl:choose>
      <xsl:when test="not($section) or translate($section, '0123456789', '') != ''"/>
      <!-- The only item that the act itself numbers so. -->
      <xsl:when test="$appendix = '2' and $section = '2' and $second = '1'">, 2.1-тармақ</xsl:when>
      <xsl:when test="$second and translate($second, '0123456789', '') = ''">
        <xsl:value-of select="concat(', ', $section, '-бөлімнің ', $second)"/>
        <xsl:choose>
          <xsl:when test="string-length($line) = 1 and translate($line, '12345678', '') = ''">
            <xsl:value-of select="concat(')&#160;тармақшасының ', $line, '-абзацы')"/>
          </xsl:when>
          <xsl:otherwise>)&#160;тармақшасы</xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="string-length($second) = 1">
        <xsl:value-of select="concat(', ', $section, '-бөлімнің ', translate($second, 'abcdefgh', '12345678'), '-абзацы')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(', ', $section, '-бөлім')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where the organiser is reached, as far as the data tell. -->
  <xsl:template name="p:reach">
    <xsl:call-template name="s:join">
      <xsl:with-param name="a" select="$p:organiser/c:address"/>
      <xsl:with-param name="b" select="translate($p:organiser/c:phone, ' ', '&#160;')"/>
      <xsl:with-param name="c" select="$p:organiser/c:email"/>
      <xsl:with-param name="d" select="$p:organiser/c:site"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
