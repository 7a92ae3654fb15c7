<?xml version="1.0" encoding="UTF-8"?>
<!-- Conclusion on a dossier's conformity with clause 6 (clause 15).
     Input: a document of kind conformity-1 with the competition, one dossier and its report. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:irikteu:phrases:1">
  <xsl:import href="parts/conformity.xsl"/>
  <xsl:variable name="p:stage" select="1"/>
</xsl:stylesheet>
