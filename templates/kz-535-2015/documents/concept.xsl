<?xml version="1.0" encoding="UTF-8"?>
<!-- Concept of the cluster's development as a finished paper (appendix 2), or as a blank with fields.
     Input: a document of kind concept with a dossier that holds the concept's text, or with fill="fields". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:o="urn:irikteu:dossier:1" xmlns:a="urn:irikteu:act:1"
                exclude-result-prefixes="s f p d o a">
  <xsl:import href="parts/paper.xsl"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:paper">
      <xsl:with-param name="appendix">2</xsl:with-param>
      <xsl:with-param name="paper" select="o:dossier/o:concept"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
