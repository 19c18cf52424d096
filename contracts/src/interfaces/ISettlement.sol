// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// Where funded money came from. Fees only ever come from the escrow; subsidy is never mixed with them.
enum Source {
    Fees,
    Emissions
}

/// Epochs of cumulative entitlements, posted optimistically under a sum tree's root, claimable for ever.
interface ISettlement {
    enum State {
        None,
        Pending,
        Disputed,
        Rejected
    }

    struct Epoch {
        bytes32 root;
        uint128 total; // cumulative sum of all leaves
        uint48 readyAt; // end of the challenge window; accepted = Pending and past it
        State state;
        uint256 attributor; // registry id
    }

    struct Claim {
        uint256 epoch;
        uint256 index;
        bytes32 payee; // an address, or a staking target >= 2^160
        uint128 amount; // cumulative
        bytes proof; // siblings, 48 bytes each: hash || sum
    }

    event Funded(Source indexed source, address indexed from, uint256 amount);
    event Sealed(uint256 indexed id, uint256 total); // id of the coming epoch; total is cumulative
    event Posted(uint256 indexed id, uint256 indexed attributor, bytes32 root, uint256 total, uint256 readyAt, bytes32 dataHash, string cid);
    event Claimed(bytes32 indexed payee, uint256 indexed epoch, uint256 amount);
    event Disputed(uint256 indexed id, address indexed by, string reason);
    event Resolved(uint256 indexed id, bool valid);
    event Rejected(uint256 indexed id, address indexed by);

    function fund(uint128 amount, Source source) external;
    function seal() external returns (uint128 total);
    function post(uint256 attributor, bytes32 hl, uint128 sl, bytes32 hr, uint128 sr, bytes32 dataHash, string calldata cid) external returns (uint256 id);
    function claim(Claim calldata c) external;
    function claimMany(Claim[] calldata cs) external;
    function dispute(uint256 id, string calldata reason) external;
    function resolve(uint256 id, bool valid) external;
    function proveDisorder(Claim calldata a, Claim calldata b) external;
    function proveDecrease(Claim calldata was, Claim calldata now_) external;
    function proveOmission(Claim calldata was, Claim calldata lo, Claim calldata hi) external;
    function epochOf(uint256 id) external view returns (Epoch memory);
    function last() external view returns (uint256);
    function funded() external view returns (uint128); // cumulative
    function settled() external view returns (uint128); // total of the newest epoch not rejected
    function sealedTotal() external view returns (uint128); // cumulative; 0 while nothing is sealed
    function claimed(bytes32 payee) external view returns (uint128);
}
