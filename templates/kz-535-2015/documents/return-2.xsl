<?xml version="1.0" encoding="UTF-8"?>
<!-- Notice that an application of the second stage is returned (clause 32), or came too late (13).
     Input: a document of kind return-2 with the competition, one dossier and its report. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:irikteu:phrases:1">
  <xsl:import href="parts/return.xsl"/>
  <xsl:variable name="p:stage" select="2"/>
</xsl:stylesheet>
