// DurableFile: files that are on the disk, and not only on their way, once they are written.
//
//   NewFile file("000001.seg");   file.write(bytes);   file.finish();
//
// Throws IndexError, with the path and the reason, where something fails.
#pragma once

#include <string>
#include <string_view>

namespace lede::search {

// A file that is made anew, and is on the disk once it is finished.
class NewFile {
  public:
    explicit NewFile(const std::string& path);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void write(std::string_view bytes);
    void write_at_begin(std::string_view bytes);
    void finish();

  private:
    std::string path_;
    int descriptor_;
};

// Writes all bytes to a new file and on to the disk. Throws IndexError.
void write_durably(const std::string& path, std::string_view bytes);

// Lets a rename inside the folder survive a power cut.
void sync_folder(const std::string& folder);

}  // namespace lede::search
