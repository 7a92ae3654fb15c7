<?xml version="1.0" encoding="UTF-8"?>
<!-- Which clauses speak of the stage that a document is about. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:irikteu:phrases:1"
                exclude-result-prefixes="p">
  <xsl:variable name="p:stage" select="1"/>
  <!-- What an application must hold; by which clause that is checked; by which it is returned. -->
  <xsl:variable name="p:requirements" select="5 + $p:stage"/>
  <xsl:variable name="p:checking" select="16 * $p:stage - 1"/>
  <xsl:variable name="p:returning" select="16 * $p:stage"/>
</xsl:stylesheet>
