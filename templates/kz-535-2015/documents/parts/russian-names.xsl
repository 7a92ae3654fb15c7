<?xml version="1.0" encoding="UTF-8"?>
<!-- How values of the data are said in the Russian text of letters and notices. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:irikteu:phrases:1"
                xmlns:ru="urn:irikteu:russian:1" exclude-result-prefixes="p ru">
  <!-- By russian-names.xml, compared in lower case; empty where nothing is known. -->
  <xsl:template name="p:in-russian">
    <xsl:param name="of"/>
    <xsl:variable name="said" select="translate(normalize-space($of), 'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ', 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя')"/>
    <xsl:value-of select="document('russian-names.xml')/ru:names/ru:name[@kk = $said]/@ru"/>
  </xsl:template>

  <!-- "1-кесте, 2-жол" of a report is "таблица 1, строка 2"; what is none of its words stays. -->
  <xsl:template name="p:place-in-russian">
    <xsl:param name="place"/>
    <xsl:variable name="first" select="substring-before(concat($place, ', '), ', ')"/>
    <xsl:variable name="number" select="substring-before($first, '-')"/>
    <xsl:variable name="word" select="substring-after($first, '-')"/>
    <xsl:choose>
      <xsl:when test="translate($number, '0123456789', '') != ''"><xsl:value-of select="$first"/></xsl:when>
      <xsl:when test="$word = 'кесте'"><xsl:text xml:lang="ru">таблица&#160;</xsl:text><xsl:value-of select="$number"/></xsl:when>
      <xsl:when test="$word = 'жол'"><xsl:text xml:lang="ru">строка&#160;</xsl:text><xsl:value-of select="$number"/></xsl:when>
      <xsl:when test="$word = 'ұяшық'"><xsl:text xml:lang="ru">ячейка&#160;</xsl:text><xsl:value-of select="$number"/></xsl:when>
      <xsl:when test="$word = 'абзац'"><xsl:value-of select="concat('абзац&#160;', $number)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$first"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="contains($place, ', ')">
      <xsl:text>, </xsl:text>
      <xsl:call-template name="p:place-in-russian"><xsl:with-param name="place" select="substring-after($place, ', ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- «X» of "«X» аумақтық кластері", of "X аумақтық кластері", or of «X» alone; empty where a name is more than that. -->
  <xsl:template name="p:name-without-head">
    <xsl:param name="name"/>
    <xsl:variable name="n" select="normalize-space($name)"/>
    <xsl:variable name="head"> аумақтық кластері</xsl:variable>
    <xsl:variable name="own">
      <xsl:choose>
        <xsl:when test="concat(substring-before($n, $head), $head) = $n"><xsl:value-of select="substring-before($n, $head)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$n"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="starts-with($own, '«')"><xsl:if test="contains($own, '»') and substring-after($own, '»') = ''"><xsl:value-of select="$own"/></xsl:if></xsl:when>
      <xsl:when test="$own != $n and not(contains($own, '«'))"><xsl:value-of select="concat('«', $own, '»')"/></xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
