<?xml version="1.0" encoding="UTF-8"?>
<!-- Company sheets of appendix 2, section 7: one for each company of the dossier's concept or strategy, or a blank one.
     Input: a document of kind company-sheet-2, optionally with a dossier. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:o="urn:irikteu:dossier:1" xmlns:a="urn:irikteu:act:1"
                exclude-result-prefixes="s f p d o a">
  <xsl:import href="parts/phrases.xsl"/>
  <xsl:import href="parts/company.xsl"/>

  <xsl:template match="/d:document">
    <xsl:variable name="companies" select="o:dossier/o:concept/o:text/o:company | o:dossier/o:strategy/o:text/o:company"/>
    <xsl:variable name="title" select="$p:prescribed//a:appendix[@id = '2']//a:section[@id = '7']"/>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title" select="$title/a:title"/>
      <xsl:with-param name="author" select="o:dossier/o:application/o:applicant_name"/>
      <xsl:with-param name="subject" select="o:dossier/o:application/o:cluster_name"/>
      <xsl:with-param name="date" select="@clock"/>
      <xsl:with-param name="form"><xsl:call-template name="p:footer"><xsl:with-param name="form">2-қосымша, 7-бөлім</xsl:with-param></xsl:call-template></xsl:with-param>
      <xsl:with-param name="content">
        <fo:block xsl:use-attribute-sets="s:type"><xsl:value-of select="concat($title/@number, ' ', $title/a:title)"/></fo:block>
        <fo:block ir:role="P" text-align="center" space-after="4pt"><xsl:value-of select="$title/a:note"/></fo:block>
        <xsl:for-each select="$companies">
          <xsl:if test="position() &gt; 1"><fo:block break-before="page" font-size="1pt" line-height="0pt"/></xsl:if>
          <xsl:call-template name="p:company-sheet"><xsl:with-param name="company" select="."/><xsl:with-param name="number" select="position()"/></xsl:call-template>
        </xsl:for-each>
        <xsl:if test="not($companies)"><xsl:call-template name="p:company-sheet"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
