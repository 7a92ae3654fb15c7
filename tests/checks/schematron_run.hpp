#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "checks/schematron.hpp"
#include "checks/svrl.hpp"
#include "xml/document.hpp"

namespace irikteu::checks {

/// A schema in memory, run over a document in memory.
class SchematronRun {
  public:
    /// `schema` is the content of sch:schema with its attributes given apart.
    explicit SchematronRun(const std::string& content, const std::string& attributes = {}) {
        add("main.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' " +
                            attributes + ">" + content + "</schema>");
    }
    SchematronRun& add(const std::string& path, const std::string& bytes) {
        disk_.write(path, bytes);
        return *this;
    }
    Schematron load(const xml::FunctionLibrary* functions = nullptr) const { return Schematron::load(disk_, "main.sch", functions); }
    const Result& run(const std::string& document, const std::string& phase = {}) {
        document_ = xml::Document::parse(document, "document.xml");
        result_ = load().run(document_, phase, [this](const std::string& name) {
            return xml::Document::parse(disk_.read(name, 1u << 20), name);
        });
        return result_;
    }
    /// Ids of failed assertions and successful reports, in order.
    std::vector<std::string> ids(const std::string& document, const std::string& phase = {}) {
        std::vector<std::string> result;
        for (const Outcome& outcome : run(document, phase).outcomes) result.push_back(outcome.labels.id);
        return result;
    }
    const Result& result() const { return result_; }
    xml::Document report() const { return svrl(result_); }

  private:
    base::MemoryDisk disk_;
    xml::Document document_;
    Result result_;
};

}  // namespace irikteu::checks
