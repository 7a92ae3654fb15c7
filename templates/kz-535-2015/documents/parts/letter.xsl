<?xml version="1.0" encoding="UTF-8"?>
<!-- Letters: letterhead of whoever sends, date and number, addressee, what it is about, text, enclosures, signature, who drafted
     it. Also what conclusions need of the body that issues them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:ru="urn:irikteu:russian:1"
                exclude-result-prefixes="s f p d c ru">
  <xsl:import href="phrases.xsl"/>
  <xsl:import href="dossier.xsl"/>
  <xsl:import href="assessments.xsl"/>
  <xsl:import href="russian.xsl"/>

  <xsl:variable name="p:issuer" select="/d:document/d:issuer"/>
  <xsl:variable name="p:issuer-name" select="normalize-space(($p:issuer/d:name | $p:organiser[not($p:issuer)]/c:name)[1])"/>

  <xsl:template name="p:letterhead-of-the-issuer">
    <xsl:choose>
      <xsl:when test="$p:issuer">
        <xsl:call-template name="s:letterhead">
          <xsl:with-param name="name" select="$p:issuer/d:name"/>
          <xsl:with-param name="unit" select="$p:issuer/d:unit"/>
          <xsl:with-param name="address" select="$p:issuer/d:address"/>
          <xsl:with-param name="phone" select="$p:issuer/d:phone"/>
          <xsl:with-param name="email" select="$p:issuer/d:email"/>
          <xsl:with-param name="site" select="$p:issuer/d:site"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="p:letterhead"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="p:signature-of-the-issuer">
    <xsl:param name="in-russian"/>
    <xsl:param name="caption" select="'қолы'"/>
    <xsl:choose>
      <xsl:when test="$p:issuer">
        <xsl:call-template name="s:signatures">
          <xsl:with-param name="rows">
            <xsl:call-template name="s:signatory">
              <xsl:with-param name="position">
                <xsl:call-template name="s:blank"><xsl:with-param name="value" select="$p:issuer/d:person/d:position"/><xsl:with-param name="underscores">____________________</xsl:with-param></xsl:call-template>
              </xsl:with-param>
              <xsl:with-param name="name">
                <xsl:call-template name="s:blank"><xsl:with-param name="value" select="$p:issuer/d:person/d:name"/><xsl:with-param name="underscores">____________________</xsl:with-param></xsl:call-template>
              </xsl:with-param>
              <xsl:with-param name="position-in-russian" select="$in-russian"/>
              <xsl:with-param name="caption" select="$caption"/>
              <xsl:with-param name="field">issuer</xsl:with-param>
              <xsl:with-param name="tooltip">
                <xsl:value-of select="concat('Қолы, ', $p:issuer-name)"/>
                <!-- Behind ": " stands the person who is to sign; a certificate in another name is remarked. -->
                <xsl:if test="normalize-space($p:issuer/d:person/d:name)"><xsl:value-of select="concat(': ', normalize-space($p:issuer/d:person/d:name))"/></xsl:if>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="p:signature-of-organiser">
          <xsl:with-param name="in-russian" select="$in-russian"/>
          <xsl:with-param name="caption" select="$caption"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- title: for the metadata; form: for the footer; subject: "… туралы"; body: the blocks of the text. -->
  <xsl:template name="p:letter">
    <xsl:param name="form"/>
    <xsl:param name="subject"/>
    <xsl:param name="body"/>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">
        <xsl:value-of select="$subject"/>
        <xsl:if test="/d:document/@number"><xsl:value-of select="concat(' №&#160;', /d:document/@number)"/></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="author" select="$p:issuer-name"/>
      <xsl:with-param name="subject" select="$p:competition/c:title"/>
      <xsl:with-param name="date" select="/d:document/@clock"/>
      <xsl:with-param name="form"><xsl:call-template name="p:footer"><xsl:with-param name="form" select="$form"/></xsl:call-template></xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="p:letterhead-of-the-issuer"/>
        <xsl:call-template name="p:date-and-number"/>
        <xsl:call-template name="p:addressees"/>
        <fo:block xsl:use-attribute-sets="s:letter-subject"><xsl:value-of select="$subject"/></fo:block>
        <xsl:copy-of select="$body"/>
        <xsl:call-template name="p:annexes"/>
        <xsl:call-template name="p:parallel"/>
        <xsl:call-template name="p:signature-of-the-issuer">
          <xsl:with-param name="in-russian"><xsl:call-template name="ru:position"/></xsl:with-param>
          <xsl:with-param name="caption"><xsl:call-template name="ru:caption"/></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="p:executor"/>
        <xsl:call-template name="ru:executor"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- To whom, at the right. Where the name can be inflected it stands in the dative, else after "Кімге:". -->
  <xsl:template name="p:addressees">
    <xsl:if test="/d:document/d:addressee">
      <fo:block start-indent="{$text-width * 0.5}mm" space-after="12pt" keep-with-next.within-page="always">
        <xsl:for-each select="/d:document/d:addressee">
          <xsl:variable name="dative"><xsl:call-template name="p:body-in-case"><xsl:with-param name="name" select="d:name"/><xsl:with-param name="case">DAT</xsl:with-param></xsl:call-template></xsl:variable>
          <fo:block ir:role="P" space-before="4pt" font-weight="bold">
            <xsl:if test="$dative = normalize-space(d:name)">Кімге: </xsl:if>
            <xsl:value-of select="$dative"/>
          </fo:block>
          <xsl:if test="normalize-space(d:unit)"><fo:block ir:role="P"><xsl:value-of select="normalize-space(d:unit)"/></fo:block></xsl:if>
          <xsl:if test="d:person">
            <fo:block ir:role="P">
              <xsl:value-of select="concat('Назарына: ', normalize-space(d:person/d:position), ' ')"/>
              <xsl:call-template name="s:person"><xsl:with-param name="name" select="d:person/d:name"/></xsl:call-template>
            </fo:block>
          </xsl:if>
          <xsl:if test="normalize-space(d:address)"><fo:block ir:role="P"><xsl:value-of select="normalize-space(d:address)"/></fo:block></xsl:if>
        </xsl:for-each>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- "Қосымша: хаттама, 12 (он екі) парақта, 1 (бір) данада." -->
  <xsl:template name="p:annexes">
    <xsl:variable name="annexes" select="/d:document/d:annex"/>
    <xsl:for-each select="$annexes">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always">
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

  <xsl:template name="p:executor">
    <xsl:for-each select="/d:document/d:executor">
      <fo:block xsl:use-attribute-sets="s:small" space-before="10pt" keep-with-previous.within-page="always">
        <xsl:text>Орындаушы: </xsl:text>
        <xsl:call-template name="s:person"><xsl:with-param name="name" select="@name"/></xsl:call-template>
        <xsl:if test="normalize-space(@phone)"><xsl:value-of select="concat(', телефоны&#160;– ', normalize-space(@phone))"/></xsl:if>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- Table of applications: №, registration number, applicant, cluster. -->
  <xsl:template name="p:applications">
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="32mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Тіркеу нөмірі</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Конкурсқа қатысушы</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Аумақтық кластер</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="/d:document/d:assessment">
          <fo:table-row xsl:use-attribute-sets="s:row">
            <xsl:call-template name="s:td"><xsl:with-param name="text" select="position()"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
            <xsl:call-template name="s:td"><xsl:with-param name="text" select="@number"/></xsl:call-template>
            <xsl:call-template name="s:td"><xsl:with-param name="text" select="d:applicant"/></xsl:call-template>
            <xsl:call-template name="s:td"><xsl:with-param name="text" select="d:cluster"/></xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>
</xsl:stylesheet>
