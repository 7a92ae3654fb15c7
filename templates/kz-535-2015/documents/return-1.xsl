<?xml version="1.0" encoding="UTF-8"?>
<!-- Notice that an application of the first stage is returned (clause 16), or came too late (13).
     Input: a document of kind return-1 with the competition, one dossier and its report. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:irikteu:phrases:1">
  <xsl:import href="parts/return.xsl"/>
  <xsl:variable name="p:stage" select="1"/>
</xsl:stylesheet>
