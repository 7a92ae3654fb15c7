<?xml version="1.0" encoding="UTF-8"?>
<!-- The parallel Russian text of letters and notices: shown where the data ask for it by parallel="ru". It is the whole paper once
     more: who writes, date and number, to whom, what about, the text with everything that the Kazakh text says, enclosures; the
     signature beneath serves both. Whatever imports this file says subject and text by a template for d:document in mode ru.
     A value of the data stands in its own Russian words (attribute ru), else in those of russian-names.xml, else as it is given. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:ru="urn:irikteu:russian:1"
                xmlns:r="urn:irikteu:report:1" exclude-result-prefixes="s f p d c ru r">
  <xsl:import href="russian-names.xsl"/>

  <xsl:variable name="ru:rules-of-the-act">Правил проведения конкурсного отбора территориальных кластеров, утверждённых постановлением Правительства Республики Казахстан от 16&#160;июля 2015&#160;года №&#160;535 (далее&#160;– Правила)</xsl:variable>
  <!-- The programme of clause 17 in the dative. -->
  <xsl:variable name="ru:programme">Программе развития регионов до 2020&#160;года, утверждённой постановлением Правительства Республики Казахстан от 28&#160;июня 2014&#160;года №&#160;728</xsl:variable>

  <xsl:template name="p:parallel">
    <xsl:if test="$s:parallel = 'ru'">
      <!-- One that a page can hold is not torn: where it does not fit behind the Kazakh text it has the next page, with the signature. -->
      <fo:block xml:lang="ru" space-before="10pt" border-top="0.5pt solid black" padding-top="8pt" keep-together.within-page="5">
        <xsl:call-template name="ru:letterhead"/>
        <xsl:call-template name="ru:date-and-number"/>
        <xsl:call-template name="ru:addressees"/>
        <xsl:apply-templates select="/d:document" mode="ru"/>
        <xsl:call-template name="ru:enclosures"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Who writes: the issuer, or the organiser. -->
  <xsl:variable name="ru:issuer" select="/d:document/d:issuer | /d:document[not(d:issuer)]/c:competition/c:organiser"/>

  <xsl:template name="ru:letterhead">
    <fo:block ir:role="P" text-align="center" font-weight="bold" keep-with-next.within-page="always">
      <xsl:call-template name="ru:value"><xsl:with-param name="of" select="$ru:issuer/*[local-name() = 'name']"/></xsl:call-template>
    </fo:block>
    <xsl:if test="$ru:issuer/d:unit">
      <fo:block ir:role="P" text-align="center" keep-with-next.within-page="always">
        <xsl:call-template name="ru:value"><xsl:with-param name="of" select="$ru:issuer/d:unit"/></xsl:call-template>
      </fo:block>
    </xsl:if>
    <xsl:variable name="reach"><xsl:call-template name="ru:reach-of"><xsl:with-param name="body" select="$ru:issuer"/></xsl:call-template></xsl:variable>
    <xsl:if test="string($reach)">
      <fo:block ir:role="P" text-align="center" font-size="{$small-font-size}pt" space-before="2pt" keep-with-next.within-page="always"><xsl:value-of select="$reach"/></fo:block>
    </xsl:if>
  </xsl:template>

  <!-- "9 октября 2015 года … № 12" -->
  <xsl:template name="ru:date-and-number">
    <fo:block ir:role="P" text-align="justify" text-align-last="justify" space-before="8pt" space-after="8pt" keep-with-next.within-page="always">
      <xsl:call-template name="ru:date"><xsl:with-param name="date" select="/d:document/@date"/></xsl:call-template>
      <xsl:text> </xsl:text>
      <fo:leader leader-pattern="space"/>
      <xsl:text> №&#160;</xsl:text>
      <xsl:call-template name="s:later">
        <xsl:with-param name="value" select="/d:document/@number"/>
        <xsl:with-param name="field">number-ru</xsl:with-param>
        <xsl:with-param name="tooltip">Регистрационный номер</xsl:with-param>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <!-- To whom, at the right. A free name is not inflected. -->
  <xsl:template name="ru:addressees">
    <xsl:if test="/d:document/d:addressee">
      <fo:block start-indent="{$text-width * 0.5}mm" space-after="12pt" keep-with-next.within-page="always">
        <xsl:for-each select="/d:document/d:addressee">
          <fo:block ir:role="P" space-before="4pt" font-weight="bold">
            <xsl:text>Кому: </xsl:text>
            <xsl:call-template name="ru:value"><xsl:with-param name="of" select="d:name"/></xsl:call-template>
          </fo:block>
          <xsl:if test="d:unit"><fo:block ir:role="P"><xsl:call-template name="ru:value"><xsl:with-param name="of" select="d:unit"/></xsl:call-template></fo:block></xsl:if>
          <xsl:if test="d:person">
            <fo:block ir:role="P">
              <xsl:text>Вниманию: </xsl:text>
              <xsl:call-template name="ru:value"><xsl:with-param name="of" select="d:person/d:position"/></xsl:call-template>
              <xsl:text> </xsl:text>
              <xsl:call-template name="ru:person"><xsl:with-param name="of" select="d:person/d:name"/></xsl:call-template>
            </fo:block>
          </xsl:if>
          <xsl:if test="d:address"><fo:block ir:role="P"><xsl:call-template name="ru:value"><xsl:with-param name="of" select="d:address"/></xsl:call-template></fo:block></xsl:if>
        </xsl:for-each>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- To an applicant, and to whoever signed the application, by their position alone where the name has no letter. -->
  <xsl:template name="ru:to-the-applicant">
    <xsl:param name="name"/>
    <xsl:param name="signatory" select="/.."/>
    <fo:block start-indent="{$text-width * 0.5}mm" space-after="10pt" keep-together.within-page="always" keep-with-next.within-page="always">
      <fo:block ir:role="P">
        <xsl:text>Кому: </xsl:text>
        <xsl:choose>
          <xsl:when test="normalize-space($name)"><xsl:call-template name="ru:value"><xsl:with-param name="of" select="$name"/></xsl:call-template></xsl:when>
          <xsl:otherwise>участник конкурса</xsl:otherwise>
        </xsl:choose>
      </fo:block>
      <xsl:if test="normalize-space($signatory/*[local-name() = 'name'])">
        <fo:block ir:role="P" space-before="4pt">
          <xsl:variable name="person" select="$signatory/*[local-name() = 'name'][f:has-letter(.)]"/>
          <xsl:if test="normalize-space($signatory/*[local-name() = 'position'])">
            <xsl:call-template name="ru:value"><xsl:with-param name="of" select="$signatory/*[local-name() = 'position']"/></xsl:call-template>
            <xsl:if test="$person"><xsl:text>: </xsl:text></xsl:if>
          </xsl:if>
          <xsl:if test="$person"><xsl:call-template name="ru:person"><xsl:with-param name="of" select="$person"/></xsl:call-template></xsl:if>
        </fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- The type of a notice in capitals. -->
  <xsl:template name="ru:type">
    <xsl:param name="text"/>
    <fo:block xsl:use-attribute-sets="s:type" ir:role="H2"><xsl:value-of select="$text"/></fo:block>
  </xsl:template>

  <!-- What a notice is about, beneath its type. -->
  <xsl:template name="ru:subject">
    <xsl:param name="text"/>
    <fo:block xsl:use-attribute-sets="s:subject"><xsl:value-of select="normalize-space($text)"/></fo:block>
  </xsl:template>

  <!-- What a letter is about. -->
  <xsl:template name="ru:letter-subject">
    <xsl:param name="text"/>
    <fo:block xsl:use-attribute-sets="s:letter-subject" ir:role="H2"><xsl:value-of select="normalize-space($text)"/></fo:block>
  </xsl:template>

  <!-- "Приложение: протокол, на 12 листах, в 1 экземпляре." -->
  <xsl:template name="ru:enclosures">
    <xsl:for-each select="/d:document/d:annex">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always">
        <xsl:if test="position() = 1">Приложение: </xsl:if>
        <xsl:if test="last() &gt; 1"><xsl:value-of select="concat(position(), ')&#160;')"/></xsl:if>
        <xsl:call-template name="ru:value"><xsl:with-param name="of" select="."/></xsl:call-template>
        <xsl:if test="@sheets">
          <xsl:text>, на </xsl:text>
          <xsl:call-template name="ru:counted">
            <xsl:with-param name="n" select="@sheets"/><xsl:with-param name="one">листе</xsl:with-param><xsl:with-param name="few">листах</xsl:with-param><xsl:with-param name="many">листах</xsl:with-param>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="@copies">
          <xsl:text>, в </xsl:text>
          <xsl:call-template name="ru:counted">
            <xsl:with-param name="n" select="@copies"/><xsl:with-param name="one">экземпляре</xsl:with-param><xsl:with-param name="few">экземплярах</xsl:with-param><xsl:with-param name="many">экземплярах</xsl:with-param>
          </xsl:call-template>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="position() = last()">.</xsl:when>
          <xsl:otherwise>;</xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- The position of who signs, where Russian words for it are other than the Kazakh ones; what stands in its signature field. -->
  <xsl:template name="ru:position">
    <xsl:variable name="position" select="$ru:issuer/d:person/d:position | $ru:issuer/c:signatory/c:position"/>
    <xsl:variable name="text"><xsl:call-template name="ru:text"><xsl:with-param name="of" select="$position"/></xsl:call-template></xsl:variable>
    <xsl:if test="$s:parallel = 'ru' and $text != normalize-space($position)"><xsl:value-of select="$text"/></xsl:if>
  </xsl:template>
  <xsl:template name="ru:caption">
    <xsl:if test="$s:parallel = 'ru'"><xsl:text xml:lang="kk">қолы / </xsl:text>подпись</xsl:if>
    <xsl:if test="$s:parallel != 'ru'"><xsl:text xml:lang="kk">қолы</xsl:text></xsl:if>
  </xsl:template>

  <!-- "Исполнитель: …", beneath the Kazakh line. -->
  <xsl:template name="ru:executor">
    <xsl:variable name="of" select="/d:document/d:executor"/>
    <xsl:if test="$s:parallel = 'ru' and $of">
      <fo:block xml:lang="ru" xsl:use-attribute-sets="s:small" space-before="0pt" keep-with-previous.within-page="always">
        <xsl:text>Исполнитель: </xsl:text>
        <xsl:call-template name="s:person"><xsl:with-param name="name" select="$of/@name"/></xsl:call-template>
        <xsl:if test="normalize-space($of/@phone)"><xsl:value-of select="concat(', телефон&#160;– ', normalize-space($of/@phone))"/></xsl:if>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Table of applications: №, registration number, applicant, cluster. -->
  <xsl:template name="ru:applications">
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="36mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Регистрационный номер</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Участник конкурса</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Территориальный кластер</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="/d:document/d:assessment">
          <fo:table-row xsl:use-attribute-sets="s:row">
            <xsl:call-template name="s:td"><xsl:with-param name="text" select="position()"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
            <xsl:call-template name="s:td"><xsl:with-param name="text" select="@number"/></xsl:call-template>
            <fo:table-cell xsl:use-attribute-sets="s:cell"><fo:block><xsl:call-template name="ru:value"><xsl:with-param name="of" select="d:applicant"/></xsl:call-template></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="s:cell"><fo:block><xsl:call-template name="ru:cluster-name"><xsl:with-param name="of" select="d:cluster"/></xsl:call-template></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- A value of the data in Russian, as text: its own Russian words, those that are known, else as it is given. -->
  <xsl:template name="ru:text">
    <xsl:param name="of"/>
    <xsl:variable name="known"><xsl:if test="not(normalize-space($of/@ru))"><xsl:call-template name="p:in-russian"><xsl:with-param name="of" select="$of"/></xsl:call-template></xsl:if></xsl:variable>
    <xsl:choose>
      <xsl:when test="normalize-space($of/@ru)"><xsl:value-of select="normalize-space($of/@ru)"/></xsl:when>
      <xsl:when test="string($known)"><xsl:value-of select="$known"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space($of)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The same, where it stays in Kazakh marked so for whoever has it read aloud. -->
  <xsl:template name="ru:value">
    <xsl:param name="of"/>
    <xsl:variable name="text"><xsl:call-template name="ru:text"><xsl:with-param name="of" select="$of"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="normalize-space($of/@ru) or $text != normalize-space($of)"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise><fo:inline xml:lang="kk"><xsl:value-of select="$text"/></fo:inline></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A person's name, initials and surname together. -->
  <xsl:template name="ru:person">
    <xsl:param name="of"/>
    <xsl:call-template name="s:person"><xsl:with-param name="name"><xsl:call-template name="ru:text"><xsl:with-param name="of" select="$of"/></xsl:call-template></xsl:with-param></xsl:call-template>
  </xsl:template>

  <!-- A cluster's name: «X» of "«X» аумақтық кластері"; a name that says more stays as it is. -->
  <xsl:template name="ru:cluster-name">
    <xsl:param name="of"/>
    <xsl:variable name="own"><xsl:call-template name="p:name-without-head"><xsl:with-param name="name" select="$of[not(@ru)]"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="string($own)"><fo:inline xml:lang="kk"><xsl:value-of select="$own"/></fo:inline></xsl:when>
      <xsl:otherwise><xsl:call-template name="ru:value"><xsl:with-param name="of" select="$of"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "территориальный кластер «X»" -->
  <xsl:template name="ru:cluster">
    <xsl:param name="of"/>
    <xsl:variable name="own"><xsl:call-template name="p:name-without-head"><xsl:with-param name="name" select="$of[not(@ru)]"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="not(normalize-space($of))">территориальный кластер, наименование которого не указано</xsl:when>
      <xsl:when test="string($own)">территориальный кластер <fo:inline xml:lang="kk"><xsl:value-of select="$own"/></fo:inline></xsl:when>
      <xsl:when test="contains($of/@ru, 'кластер')"><xsl:value-of select="normalize-space($of/@ru)"/></xsl:when>
      <xsl:when test="normalize-space($of/@ru)">территориальный кластер <xsl:value-of select="normalize-space($of/@ru)"/></xsl:when>
      <xsl:when test="contains($of, 'кластер') or contains($of, 'Кластер') or contains($of, 'КЛАСТЕР') or contains($of, '«')">территориальный кластер&#160;– <xsl:call-template name="ru:value"><xsl:with-param name="of" select="$of"/></xsl:call-template></xsl:when>
      <xsl:otherwise>территориальный кластер «<fo:inline xml:lang="kk"><xsl:value-of select="normalize-space($of)"/></fo:inline>»</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A number with its noun: 1, 21 one; 2–4, 22–24 few; others many. -->
  <xsl:template name="ru:counted">
    <xsl:param name="n"/>
    <xsl:param name="one"/>
    <xsl:param name="few"/>
    <xsl:param name="many"/>
    <xsl:value-of select="concat(f:grouped($n), '&#160;')"/>
    <xsl:choose>
      <xsl:when test="$n mod 10 = 1 and $n mod 100 != 11"><xsl:value-of select="$one"/></xsl:when>
      <xsl:when test="$n mod 10 &gt;= 2 and $n mod 10 &lt;= 4 and ($n mod 100 &lt; 12 or $n mod 100 &gt; 14)"><xsl:value-of select="$few"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$many"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "9 октября 2015 года" -->
  <xsl:template name="ru:date">
    <xsl:param name="date"/>
    <xsl:variable name="month" select="number(substring($date, 6, 2))"/>
    <xsl:value-of select="concat(number(substring($date, 9, 2)), '&#160;')"/>
    <xsl:choose>
      <xsl:when test="$month = 1">января</xsl:when>
      <xsl:when test="$month = 2">февраля</xsl:when>
      <xsl:when test="$month = 3">марта</xsl:when>
      <xsl:when test="$month = 4">апреля</xsl:when>
      <xsl:when test="$month = 5">мая</xsl:when>
      <xsl:when test="$month = 6">июня</xsl:when>
      <xsl:when test="$month = 7">июля</xsl:when>
      <xsl:when test="$month = 8">августа</xsl:when>
      <xsl:when test="$month = 9">сентября</xsl:when>
      <xsl:when test="$month = 10">октября</xsl:when>
      <xsl:when test="$month = 11">ноября</xsl:when>
      <xsl:when test="$month = 12">декабря</xsl:when>
    </xsl:choose>
    <xsl:value-of select="concat(' ', substring($date, 1, 4), '&#160;года')"/>
  </xsl:template>

  <!-- "5 октября 2015 года в 18:00"; the text as it is where it is no moment. -->
  <xsl:template name="ru:moment">
    <xsl:param name="moment"/>
    <xsl:variable name="here" select="f:at($moment, /d:document/c:competition/c:acceptance/@until)"/>
    <xsl:choose>
      <xsl:when test="contains($moment, 'T')">
        <xsl:call-template name="ru:date"><xsl:with-param name="date" select="f:date-of($here)"/></xsl:call-template>
        <xsl:value-of select="concat(' в&#160;', f:time-of($here))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space($moment)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "с 3 августа 2015 года до 18:00 5 октября 2015 года" -->
  <xsl:template name="ru:acceptance">
    <xsl:variable name="acceptance" select="/d:document/c:competition/c:acceptance"/>
    <xsl:text>с </xsl:text>
    <xsl:call-template name="ru:date"><xsl:with-param name="date" select="$acceptance/@from"/></xsl:call-template>
    <xsl:value-of select="concat(' до ', f:time-of($acceptance/@until), '&#160;')"/>
    <xsl:call-template name="ru:date"><xsl:with-param name="date" select="f:date-of($acceptance/@until)"/></xsl:call-template>
  </xsl:template>

  <!-- Where a body is reached, as far as the data tell. -->
  <xsl:template name="ru:reach-of">
    <xsl:param name="body"/>
    <xsl:call-template name="s:join">
      <xsl:with-param name="a"><xsl:call-template name="ru:text"><xsl:with-param name="of" select="$body/*[local-name() = 'address']"/></xsl:call-template></xsl:with-param>
      <xsl:with-param name="b" select="translate($body/*[local-name() = 'phone'], ' ', '&#160;')"/>
      <xsl:with-param name="c" select="$body/*[local-name() = 'email']"/>
      <xsl:with-param name="d" select="$body/*[local-name() = 'site']"/>
    </xsl:call-template>
  </xsl:template>

  <!-- " № 2 от 1 декабря 2015 года" of a paper. -->
  <xsl:template name="ru:cited">
    <xsl:param name="paper"/>
    <xsl:if test="normalize-space($paper/@number)"><xsl:value-of select="concat(' №&#160;', normalize-space($paper/@number))"/></xsl:if>
    <xsl:if test="$paper/@date">
      <xsl:text> от </xsl:text>
      <xsl:call-template name="ru:date"><xsl:with-param name="date" select="$paper/@date"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The ground of the finding in context: "подпункт 2) пункта 6 Правил, подпункт 2) раздела 4 приложения 2". -->
  <xsl:template name="ru:ground">
    <xsl:variable name="clause"><xsl:call-template name="p:asked-by"/></xsl:variable>
    <xsl:variable name="appendix"><xsl:call-template name="p:appendix-of"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="starts-with(normalize-space(@clause), 'criteria')">
        <xsl:call-template name="ru:clause"><xsl:with-param name="clause" select="substring-after(@clause, 'criteria')"/></xsl:call-template>
        <xsl:text> Критериев</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="string($clause)">
          <xsl:call-template name="ru:clause"><xsl:with-param name="clause" select="$clause"/></xsl:call-template>
          <xsl:text> Правил</xsl:text>
        </xsl:if>
        <xsl:if test="string($clause) and string($appendix)">, </xsl:if>
        <xsl:if test="string($appendix)">
          <xsl:call-template name="ru:item">
            <xsl:with-param name="appendix" select="$appendix"/>
            <xsl:with-param name="item"><xsl:call-template name="p:item-of"/></xsl:with-param>
          </xsl:call-template>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "6(3)" or "6.3" is подпункт 3) пункта 6, "11" is пункт 11. -->
  <xsl:template name="ru:clause">
    <xsl:param name="clause"/>
    <xsl:variable name="flat" select="translate(normalize-space($clause), '(.)', '..')"/>
    <xsl:variable name="inner" select="translate(substring-after($flat, '.'), '.', '')"/>
    <xsl:choose>
      <xsl:when test="string($inner)"><xsl:value-of select="concat('подпункт&#160;', $inner, ') пункта&#160;', substring-before($flat, '.'))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('пункт&#160;', $flat)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ("2", "4.2.b") is абзац 2 подпункта 2) раздела 4 приложения 2; as p:item has it in Kazakh. -->
  <xsl:template name="ru:item">
    <xsl:param name="appendix"/>
    <xsl:param name="item"/>
    <xsl:variable name="parts" select="concat(normalize-space($item), '...')"/>
    <xsl:variable name="section" select="substring-before($parts, '.')"/>
    <xsl:variable name="second" select="substring-before(substring-after($parts, '.'), '.')"/>
    <xsl:variable name="third" select="substring-before(substring-after(substring-after($parts, '.'), '.'), '.')"/>
    <xsl:variable name="line" select="translate($third, 'abcdefgh', '12345678')"/>
    <xsl:choose>
      <xsl:when test="not($section) or translate($section, '0123456789', '') != ''"><xsl:value-of select="concat('приложение&#160;', $appendix)"/></xsl:when>
      <xsl:when test="$appendix = '2' and $section = '2' and $second = '1'">пункт&#160;2.1 приложения&#160;2</xsl:when>
      <xsl:when test="$second and translate($second, '0123456789', '') = ''">
        <xsl:choose>
          <xsl:when test="string-length($line) = 1 and translate($line, '12345678', '') = ''"><xsl:value-of select="concat('абзац&#160;', $line, ' подпункта&#160;', $second)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('подпункт&#160;', $second)"/></xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="concat(') раздела&#160;', $section, ' приложения&#160;', $appendix)"/>
      </xsl:when>
      <xsl:when test="string-length($second) = 1"><xsl:value-of select="concat('абзац&#160;', translate($second, 'abcdefgh', '12345678'), ' раздела&#160;', $section, ' приложения&#160;', $appendix)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('раздел&#160;', $section, ' приложения&#160;', $appendix)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
