<?xml version="1.0" encoding="UTF-8"?>
<!-- Conclusion on a dossier's conformity with clause 7 (clause 31).
     Input: a document of kind conformity-2 with the competition, one dossier and its report. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:irikteu:phrases:1">
  <xsl:import href="parts/conformity.xsl"/>
  <xsl:variable name="p:stage" select="2"/>
</xsl:stylesheet>
